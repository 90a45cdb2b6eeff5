import { digestOf, isHeld } from '../../http/entity-tag.ts'
import { type Reply, reply } from '../../http/route.ts'
import { languageHeaders, type Speech } from '../../http/speech.ts'
import { getExperiment } from '../projects/project-access.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import type { ServiceIdentity } from '../system/get-health.ts'
import type { CurrentReadout } from './live-stats.ts'
import type { Readouts } from './readouts.ts'

export interface ReadoutDeps {
  readonly projects: ProjectsRepository
  readonly readouts: Readouts
  readonly identity: ServiceIdentity
}

interface ReadoutRequest {
  readonly params: { readonly experiment_id: string }
  readonly query?: Readonly<Record<string, unknown>> | undefined
  readonly speech: Speech
  header(name: string): string | undefined
}

/** The current read-out of an experiment, printed; 304 when the caller already holds this version of it. */
export async function readoutReply(
  { params, query, speech, header }: ReadoutRequest,
  { projects, readouts, identity }: ReadoutDeps,
  print: (current: CurrentReadout, speech: Speech) => unknown,
): Promise<Reply> {
  const project = await getExperiment(projects, params.experiment_id)
  const etag = `"${digestOf(`${await readouts.versionOf(project)}|${identity.version}|${speech.language}|${JSON.stringify(query ?? {})}`)}"`
  const headers = { ...languageHeaders(speech), etag, 'cache-control': 'no-cache' }
  if (isHeld(etag, header('if-none-match'))) return reply(304, null, headers)
  return reply(200, await print(await readouts.current(project), speech), headers)
}
