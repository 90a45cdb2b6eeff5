/** Sends JSON; throws with the server's words when the answer is no success. */
export async function post<T>(baseUrl: string, path: string, body: unknown): Promise<T> {
  const response = await fetch(baseUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answerOf<T>(response, path)
}

export async function get<T>(baseUrl: string, path: string): Promise<T> {
  return answerOf<T>(await fetch(baseUrl + path), path)
}

async function answerOf<T>(response: Response, path: string): Promise<T> {
  if (!response.ok) throw new Error(`${response.status} from ${path}: ${await response.text()}`)
  return (await response.json()) as T
}
