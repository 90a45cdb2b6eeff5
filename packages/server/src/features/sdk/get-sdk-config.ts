import { digestOf, isHeld } from '../../http/entity-tag.ts'
import { reply, route } from '../../http/route.ts'
import type { Project } from '../projects/project.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
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
    const { version, experiments } = configOf(await projects.listActive())
    const headers = { etag: `"${version}"`, 'cache-control': 'no-cache' }
    if (isHeld(headers.etag, header('if-none-match'))) return reply(304, null, headers)
    return reply(200, { version, experiments }, headers)
  },
})

interface SdkConfig {
  readonly version: string
  readonly experiments: readonly ReturnType<typeof sdkExperiment>[]
}

// The list is the same object until a project changes, and hundreds of them take long.
const configs = new WeakMap<readonly Project[], SdkConfig>()

function configOf(active: readonly Project[]): SdkConfig {
  const known = configs.get(active)
  if (known !== undefined) return known
  const experiments = active.map(sdkExperiment)
  const config = { version: digestOf(JSON.stringify(experiments)), experiments }
  configs.set(active, config)
  return config
}
