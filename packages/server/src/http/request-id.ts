import { randomUUID } from 'node:crypto'

const ACCEPTABLE = /^[A-Za-z0-9._-]{1,128}$/

/** The client's own id when it is harmless, else a new UUID. */
export function requestId(presented: string | string[] | undefined): string {
  return typeof presented === 'string' && ACCEPTABLE.test(presented) ? presented : randomUUID()
}
