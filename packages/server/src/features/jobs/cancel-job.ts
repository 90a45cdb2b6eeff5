import { notFound } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import type { JobRegistry } from '../../jobs/job-registry.ts'
import { JobParams } from './job-schema.ts'

export const cancelJob = route({
  method: 'DELETE',
  path: '/api/v1/jobs/{job_id}',
  operationId: 'cancelJob',
  tag: 'jobs',
  summary: 'Stop a long computation and forget it',
  description:
    'Stops the work at its next step; one that another server runs within about a second. A result is forgotten too.',
  scope: 'read',
  params: JobParams,
  responses: { 204: null },
  errors: [404],
  async handle({ params, session }, { jobs }: { jobs: JobRegistry }) {
    if (!(await jobs.cancel(params.job_id, session.actor))) {
      throw notFound({ key: 'jobNotFound' }, 'job_not_found')
    }
    return reply(204, null)
  },
})
