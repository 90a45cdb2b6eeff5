/** One fault of a request: where it lies, in the words of the wire. */
export interface Issue {
  readonly type: string
  readonly loc: readonly (string | number)[]
  readonly msg: string
  readonly input?: unknown
  readonly ctx?: Readonly<Record<string, unknown>>
}

/** An answer that is not a success; everything the envelope needs. */
export class HttpError extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string | readonly Issue[]
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: string, detail: string | readonly Issue[], headers: Record<string, string> = {}) {
    super(typeof detail === 'string' ? detail : code)
    this.name = 'HttpError'
    this.status = status
    this.code = code
    this.detail = detail
    this.headers = headers
  }
}

export function unauthorized(detail: string, code = 'unauthorized'): HttpError {
  return new HttpError(401, code, detail, { 'www-authenticate': 'Bearer' })
}

export function forbidden(detail: string, code = 'forbidden'): HttpError {
  return new HttpError(403, code, detail)
}

export function notFound(detail: string, code = 'not_found'): HttpError {
  return new HttpError(404, code, detail)
}

export function badRequest(detail: string, code = 'bad_request'): HttpError {
  return new HttpError(400, code, detail)
}

export function invalid(issues: readonly Issue[]): HttpError {
  return new HttpError(422, 'validation_error', issues)
}

export function tooMany(code: string, detail: string, retryAfterSeconds: number): HttpError {
  return new HttpError(429, code, detail, { 'retry-after': String(retryAfterSeconds) })
}

export function unavailable(code: string, detail: string, retryAfterSeconds: number): HttpError {
  return new HttpError(503, code, detail, { 'retry-after': String(retryAfterSeconds) })
}
