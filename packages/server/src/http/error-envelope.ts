import { isDatabaseDown } from '../database/is-database-down.ts'
import { EventQueueFullError, EventStoreUnavailableError } from '../event-store/event-store.ts'
import { ComputeBusyError } from '../jobs/admission.ts'
import { JobInterruptedError } from '../jobs/job-registry.ts'
import { CallerGoneError, HttpError, type Issue, type Progress, tooMany, unavailable } from './errors.ts'
import type { Speech } from './speech.ts'

export interface ErrorEnvelope {
  readonly detail: string | readonly PrintedIssue[]
  readonly error_code: string
  readonly status_code: number
  readonly request_id: string
  /** What a call of many lines had stored before it failed. */
  readonly progress?: Progress
}

interface PrintedIssue extends Omit<Issue, 'phrase'> {
  readonly msg: string
}

/** Whatever was thrown, as an answer; what nobody foresaw becomes 500 and gives nothing away. */
export function toHttpError(error: unknown, bodyLimit = 0): HttpError {
  if (error instanceof HttpError) return error
  if (error instanceof EventQueueFullError) {
    return unavailable('event_queue_full', { key: 'eventQueueFull' }, error.retryAfterSeconds)
  }
  if (error instanceof EventStoreUnavailableError) {
    return unavailable('event_store_unavailable', { key: 'eventStoreUnavailable' }, error.retryAfterSeconds)
  }
  if (isDatabaseDown(error)) return unavailable('storage_unavailable', { key: 'storageUnavailable' }, 5)
  if (error instanceof ComputeBusyError) {
    return tooMany('compute_capacity_exceeded', { key: 'computeBusy' }, error.retryAfterSeconds)
  }
  if (error instanceof JobInterruptedError) return new HttpError(503, 'job_interrupted', { key: 'jobInterrupted' })
  if (error instanceof CallerGoneError) return new HttpError(499, 'caller_gone', { key: 'callerGone' })
  return fromFramework(error, bodyLimit) ?? new HttpError(500, 'internal_error', { key: 'internal' })
}

/** An error in the words of a language. */
export function envelope(error: HttpError, requestId: string, speech: Speech): ErrorEnvelope {
  const detail = printDetail(error.detail, speech)
  const plain = { detail, error_code: error.code, status_code: error.status, request_id: requestId }
  return error.progress === null ? plain : { ...plain, progress: error.progress }
}

function printDetail(detail: HttpError['detail'], speech: Speech): ErrorEnvelope['detail'] {
  if ('key' in detail) return speech.say(speech.words.errors[detail.key], detail.values)
  return detail.map(issue => printIssue(issue, speech))
}

/** What is wrong, as the wire says it: the prefix of a broken rule is the same in every language. */
export function printIssue({ type, loc, phrase, ...rest }: Issue, speech: Speech): PrintedIssue {
  const text = speech.say(speech.words.validation[phrase.key], phrase.values)
  return { type, loc, msg: type === 'value_error' ? `Value error, ${text}` : text, ...rest }
}

function fromFramework(error: unknown, bodyLimit: number): HttpError | null {
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new HttpError(413, 'request_body_too_large', { key: 'bodyTooLarge', values: { limit: bodyLimit } })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new HttpError(415, 'http_error', { key: 'notJson' })
  }
  if (code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH')
    return new HttpError(400, 'bad_request', { key: 'wrongContentLength' })
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  if (typeof status !== 'number' || status < 400 || status > 499) return null
  return new HttpError(status, 'http_error', { key: 'unreadable' })
}
