import type { ErrorPhrase, ValidationPhrase } from './phrase.ts'
import { speechOf } from './speech.ts'

/** One fault of a request: where it lies and what is wrong there; it is put into words when it is answered. */
export interface Issue {
  readonly type: string
  readonly loc: readonly (string | number)[]
  readonly phrase: ValidationPhrase
  readonly input?: unknown
  readonly ctx?: Readonly<Record<string, unknown>>
}

export type Progress = Readonly<Record<string, number>>

/** An answer that is not a success; everything the envelope needs. */
export class HttpError extends Error {
  readonly status: number
  readonly code: string
  readonly detail: ErrorPhrase | readonly Issue[]
  readonly headers: Readonly<Record<string, string>>
  /** What the call had done before it failed; null when it had done nothing. */
  readonly progress: Progress | null

  constructor(
    status: number,
    code: string,
    detail: ErrorPhrase | readonly Issue[],
    headers: Readonly<Record<string, string>> = {},
    progress: Progress | null = null,
  ) {
    super(englishOf(detail) ?? code)
    this.name = 'HttpError'
    this.status = status
    this.code = code
    this.detail = detail
    this.headers = headers
    this.progress = progress
  }

  /** The same failure, told after so much was done. */
  after(progress: Progress): HttpError {
    return new HttpError(this.status, this.code, this.detail, this.headers, progress)
  }
}

/** The caller has left; nobody reads this answer. */
export class CallerGoneError extends Error {
  constructor() {
    super('The caller has gone.')
    this.name = 'CallerGoneError'
  }
}

export function unauthorized(detail: ErrorPhrase, code = 'unauthorized'): HttpError {
  return new HttpError(401, code, detail, { 'www-authenticate': 'Bearer' })
}

export function forbidden(detail: ErrorPhrase, code = 'forbidden'): HttpError {
  return new HttpError(403, code, detail)
}

export function notFound(detail: ErrorPhrase, code = 'not_found'): HttpError {
  return new HttpError(404, code, detail)
}

export function badRequest(detail: ErrorPhrase, code = 'bad_request'): HttpError {
  return new HttpError(400, code, detail)
}

export function preconditionFailed(): HttpError {
  return new HttpError(412, 'precondition_failed', { key: 'preconditionFailed' })
}

export function invalid(issues: readonly Issue[]): HttpError {
  return new HttpError(422, 'validation_error', issues)
}

export function tooMany(code: string, detail: ErrorPhrase, retryAfterSeconds: number): HttpError {
  return new HttpError(429, code, detail, { 'retry-after': String(retryAfterSeconds) })
}

export function unavailable(code: string, detail: ErrorPhrase, retryAfterSeconds: number): HttpError {
  return new HttpError(503, code, detail, { 'retry-after': String(retryAfterSeconds) })
}

// For the log.
function englishOf(detail: HttpError['detail']): string | null {
  const { say, words } = speechOf('en')
  return 'key' in detail ? say(words.errors[detail.key], detail.values) : null
}
