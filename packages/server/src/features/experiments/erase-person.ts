import { digestOfId } from '../../event-store/digest-of-id.ts'
import { notFound } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { getExperiment } from '../projects/project-access.ts'
import { projectAudit } from '../projects/project-audit.ts'
import type { IngestionDeps } from './ingestion.ts'
import { PersonParams } from './person-schema.ts'

export const erasePerson = route({
  method: 'DELETE',
  path: '/api/v1/experiments/{experiment_id}/persons/{user_id}',
  operationId: 'erasePerson',
  tag: 'experiments',
  summary: 'Erase a person',
  description:
    'Every row under every linked id, in an archived experiment too. A digest of each id stays, so that a retry does not bring the person back: it counts as deduplicated. Written to the audit log by that digest.',
  scope: 'write',
  params: PersonParams,
  responses: { 204: null },
  errors: [404, 503],
  async handle(request, deps: IngestionDeps) {
    const { experiment_id: experimentId, user_id: userId } = request.params
    const project = await getExperiment(deps.projects, experimentId)
    if (!(await deps.events.erasePerson(project.id, userId))) throw notFound({ key: 'notFound' }, 'person_not_found')
    const named = { id: project.id, name: project.projectName }
    await deps.audit(
      projectAudit('person.erase', named, request, deps.clock, { person_sha256: [digestOfId(userId), null] }),
    )
    return reply(204, null)
  },
})
