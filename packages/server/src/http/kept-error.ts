import { toHttpError } from './error-envelope.ts'
import { HttpError } from './errors.ts'

type Kept = Pick<HttpError, 'status' | 'code' | 'detail' | 'progress'>

/** Whatever was thrown, as JSON without words: they are put to it in the language of who reads it. */
export function keepError(error: unknown): string {
  const { status, code, detail, progress } = toHttpError(error)
  return JSON.stringify({ status, code, detail, progress } satisfies Kept)
}

export function readKeptError(json: string): HttpError {
  const { status, code, detail, progress } = JSON.parse(json) as Kept
  return new HttpError(status, code, detail, {}, progress)
}
