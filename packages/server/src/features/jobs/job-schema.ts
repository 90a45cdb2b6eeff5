import { type Static, Type } from 'typebox'
import { envelope } from '../../http/error-envelope.ts'
import { EXAMPLE_IDS } from '../../http/example-ids.ts'
import { readKeptError } from '../../http/kept-error.ts'
import { JsonObject, nullable, oneOf, record, shownAs } from '../../http/schema.ts'
import type { Speech } from '../../http/speech.ts'
import type { Job } from '../../jobs/jobs-repository.ts'

export const JobParams = record('JobParams', {
  job_id: shownAs(Type.String({ minLength: 1, maxLength: 64 }), EXAMPLE_IDS.job),
})

export const JobResponse = Type.Object(
  {
    id: Type.String(),
    status: oneOf('queued', 'running', 'succeeded', 'failed', 'cancelled'),
    // 0 to 1.
    progress: Type.Number(),
    // What the operation would have answered.
    result: nullable(JsonObject),
    // The envelope of the error that the operation would have answered.
    error: nullable(JsonObject),
    created_at: Type.String(),
    finished_at: nullable(Type.String()),
  },
  { title: 'JobResponse' },
)

export function jobResponse(job: Job, requestId: string, speech: Speech): Static<typeof JobResponse> {
  const { id, status, progress, result_json, error_json, created_at, finished_at } = job
  const result = result_json === null ? null : (JSON.parse(result_json) as Record<string, unknown>)
  const error = error_json === null ? null : { ...envelope(readKeptError(error_json), requestId, speech) }
  return { id, status, progress, result, error, created_at, finished_at }
}
