/** An answer that is no success, or no answer at all (status 0). */
export class ApiFailure extends Error {
  readonly status: number
  readonly requestId: string | null

  constructor(status: number, requestId: string | null = null) {
    super(`The server answered ${status}`)
    this.name = 'ApiFailure'
    this.status = status
    this.requestId = requestId
  }
}

/** The data of an answer; throws an ApiFailure for anything else. */
export async function dataOf<T>(call: Promise<{ data?: T; response: Response }>): Promise<T> {
  const { data, response } = await reached(call)
  if (data === undefined) throw failureOf(response)
  return data
}

/** Turns a rejected fetch into a failure; an abort stays what it is. */
export async function reached<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiFailure(0)
  }
}

export function failureOf(response: Response): ApiFailure {
  return new ApiFailure(response.status, response.headers.get('x-request-id'))
}

export function statusOf(error: unknown): number {
  return error instanceof ApiFailure ? error.status : 0
}
