import { type Static, Type } from 'typebox'
import { isoTime } from '../../clock.ts'
import { envelope, toHttpError } from '../../http/error-envelope.ts'
import { JsonObject, nullable, oneOf, record } from '../../http/schema.ts'
import type { Speech } from '../../http/speech.ts'
import type { Job } from '../../jobs/job-registry.ts'

export const JobParams = record('JobParams', { job_id: Type.String({ minLength: 1, maxLength: 64 }) })

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
  return {
    id: job.id,
    status: job.status,
    progress: job.progress,
    result: job.result as Record<string, unknown> | null,
    error: job.status === 'failed' ? { ...envelope(toHttpError(job.error), requestId, speech) } : null,
    created_at: isoTime(job.createdAt),
    finished_at: job.finishedAt === null ? null : isoTime(job.finishedAt),
  }
}
