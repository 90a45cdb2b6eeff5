import { Type } from 'typebox'
import type { Unit } from '../../database/in-transaction.ts'
import { badRequest, notFound } from '../../http/errors.ts'
import { EXAMPLE_IDS } from '../../http/example-ids.ts'
import { route } from '../../http/route.ts'
import { shownAs } from '../../http/schema.ts'
import { parserOf } from '../../http/validation.ts'
import { type EditDeps, editProject } from './edit-project.ts'
import { ExperimentInput, type ExperimentPayload } from './experiment-input.ts'
import { experimentIssues } from './experiment-rules.ts'
import { ProjectRecord } from './project-record.ts'
import { projectReply } from './project-reply.ts'
import { findRevision } from './project-revisions-repository.ts'

export const restoreRevision = route({
  method: 'POST',
  path: '/api/v1/projects/{project_id}/revisions/{revision_id}/restore',
  operationId: 'restoreRevision',
  tag: 'projects',
  summary: 'Bring the design of a revision back',
  description:
    'As an update with the payload of that revision: it keeps a new revision, and an experiment that runs goes on by what was frozen. Takes If-Match.',
  scope: 'write',
  params: Type.Object({
    project_id: shownAs(Type.String(), EXAMPLE_IDS.project),
    revision_id: shownAs(Type.String(), EXAMPLE_IDS.revision),
  }),
  responses: { 200: ProjectRecord },
  errors: [400, 404, 412, 503],
  async handle(request, deps: EditDeps) {
    const { project_id: projectId, revision_id: revisionId } = request.params
    return projectReply(await editProject(request, deps, unit => payloadOf(unit, projectId, revisionId)))
  },
})

const parse = parserOf(ExperimentInput, 'body')

// Parsed again, for a field that came with a later version needs its default.
async function payloadOf({ transaction }: Unit, projectId: string, revisionId: string): Promise<ExperimentPayload> {
  const revision = await findRevision(transaction, projectId, revisionId)
  if (revision === null) throw notFound({ key: 'revisionNotFound' }, 'revision_not_found')
  const payload = parsed(revision.payload)
  if (payload === null || experimentIssues(payload).length > 0) {
    throw badRequest({ key: 'revisionUnfitting' }, 'revision_unfitting')
  }
  return payload
}

function parsed(payload: unknown): ExperimentPayload | null {
  try {
    return parse(payload) as ExperimentPayload
  } catch {
    return null
  }
}
