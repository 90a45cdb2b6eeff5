import { digestOf, isHeld } from '../../http/entity-tag.ts'
import { reply, route } from '../../http/route.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import { activeExperiments } from './active-experiments.ts'
import { sdkExperiment } from './sdk-experiment.ts'
import { SdkConfigResponse } from './sdk-schema.ts'

export const getSdkConfig = route({
  method: 'GET',
  path: '/api/v1/sdk/config',
  operationId: 'getSdkConfig',
  tag: 'sdk',
  summary: 'What an application needs to assign by itself',
  description: 'Every active experiment. If-None-Match with the last ETag is answered 304 while nothing has changed.',
  scope: 'read',
  responses: { 200: SdkConfigResponse },
  async handle({ header }, { projects }: { projects: ProjectsRepository }) {
    const experiments = (await activeExperiments(projects)).map(sdkExperiment)
    const version = digestOf(JSON.stringify(experiments))
    const headers = { etag: `"${version}"`, 'cache-control': 'no-cache' }
    if (isHeld(headers.etag, header('if-none-match'))) return reply(304, null, headers)
    return reply(200, { version, experiments }, headers)
  },
})
