import { notFound } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { languageHeaders } from '../../http/speech.ts'
import type { JobRegistry } from '../../jobs/job-registry.ts'
import { JobParams, JobResponse, jobResponse } from './job-schema.ts'

export const getJob = route({
  method: 'GET',
  path: '/api/v1/jobs/{job_id}',
  operationId: 'getJob',
  tag: 'jobs',
  summary: 'How far a long computation is',
  description: 'Any server answers for any job. A result is kept for 15 minutes, for whoever asked for it.',
  scope: 'read',
  params: JobParams,
  responses: { 200: JobResponse },
  errors: [404],
  async handle({ params, session, requestId, speech }, { jobs }: { jobs: JobRegistry }) {
    const job = await jobs.find(params.job_id, session.actor)
    if (job === null) throw notFound({ key: 'jobNotFound' }, 'job_not_found')
    // A result keeps the language it was asked for in; an error is told to who reads it.
    const language = job.status === 'failed' ? languageHeaders(speech) : {}
    return reply(200, jobResponse(job, requestId, speech), { ...language, 'cache-control': 'no-store' })
  },
})
