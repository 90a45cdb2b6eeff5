import { EventQueueFullError, EventStoreUnavailableError } from '../event-store/event-store.ts'
import { HttpError, type Issue, unavailable } from './errors.ts'

export interface ErrorEnvelope {
  readonly detail: string | readonly Issue[]
  readonly error_code: string
  readonly status_code: number
  readonly request_id: string
}

/** Whatever was thrown, as an answer; what nobody foresaw becomes 500 and gives nothing away. */
export function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error
  if (error instanceof EventQueueFullError) {
    return unavailable(
      'event_queue_full',
      'The event queue is full. Send the batch again later.',
      error.retryAfterSeconds,
    )
  }
  if (error instanceof EventStoreUnavailableError) {
    return unavailable('event_store_unavailable', 'Events can not be stored or read now.', error.retryAfterSeconds)
  }
  return fromFramework(error) ?? new HttpError(500, 'internal_error', 'Internal server error')
}

export function envelope(error: HttpError, requestId: string): ErrorEnvelope {
  return { detail: error.detail, error_code: error.code, status_code: error.status, request_id: requestId }
}

function fromFramework(error: unknown): HttpError | null {
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new HttpError(413, 'request_body_too_large', 'Request body is too large')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new HttpError(415, 'http_error', 'Send the body as JSON, with Content-Type: application/json')
  }
  if (code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH')
    return new HttpError(400, 'bad_request', 'Content-Length does not fit the body')
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  if (typeof status !== 'number' || status < 400 || status > 499) return null
  return new HttpError(status, 'http_error', 'The request could not be read')
}
