import { invalid } from './errors.ts'

const VISIBLE_ASCII = /^[\x21-\x7e]{1,200}$/

/** The Idempotency-Key of a request, null without one; 422 when it is none. */
export function readIdempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null
  if (VISIBLE_ASCII.test(header)) return header
  throw invalid([{ type: 'value_error', loc: ['header', 'Idempotency-Key'], phrase: { key: 'idempotencyKey' } }])
}
