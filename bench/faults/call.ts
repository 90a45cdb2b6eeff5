export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: answers are read by path here; their shapes are held by the server's schemas
  readonly body: any
}

/** Sends JSON and reads JSON; rejects only when the connection fails. */
export async function call(method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown): Promise<Answer> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await fetch(url, { method, headers: { 'content-type': 'application/json' }, ...content })
  const text = await answer.text()
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : {} }
}

/** What `/readyz` says, in few words: the status and the checks that failed. */
export async function readinessOf(url: string): Promise<string> {
  const { status, body } = await call('GET', `${url}/readyz`)
  const failed = (body.checks ?? []).filter((check: { ok: boolean }) => !check.ok)
  return [status, ...failed.map((check: { name: string }) => check.name)].join(' ')
}

/** Of the event store's check; empty while it is well. */
export async function eventStoreComplaint(url: string): Promise<string> {
  const { body } = await call('GET', `${url}/readyz`)
  const check = (body.checks ?? []).find((each: { name: string }) => each.name === 'event_store')
  return check === undefined || check.ok ? '' : String(check.detail)
}
