import { Type } from 'typebox'
import { badRequest, notFound } from '../../http/errors.ts'
import { EXAMPLE_IDS } from '../../http/example-ids.ts'
import type { ErrorPhrase } from '../../http/phrase.ts'
import { reply, route } from '../../http/route.ts'
import { optional, shownAs } from '../../http/schema.ts'
import { languageHeaders } from '../../http/speech.ts'
import { findAnalysisRun, findNewestRun } from '../projects/analysis-runs-repository.ts'
import type { ComparedProject, ComparisonDeps } from './compared-project.ts'
import { ProjectComparisonResponse } from './comparison-schema.ts'
import { pairComparison } from './pair-comparison.ts'

export const compareProjects = route({
  method: 'GET',
  path: '/api/v1/projects/compare',
  operationId: 'compareProjects',
  tag: 'projects',
  summary: 'Compare two projects (deprecated)',
  description: 'Use POST, which takes up to five. Without run ids the newest analyses are compared.',
  scope: 'read',
  query: Type.Object({
    base_id: shownAs(Type.String(), EXAMPLE_IDS.project),
    candidate_id: shownAs(Type.String(), EXAMPLE_IDS.otherProject),
    base_run_id: optional(shownAs(Type.String(), EXAMPLE_IDS.run)),
    candidate_run_id: optional(shownAs(Type.String(), EXAMPLE_IDS.otherRun)),
  }),
  responses: { 200: ProjectComparisonResponse },
  errors: [400, 404],
  async handle({ query, speech }, deps: ComparisonDeps) {
    if (query.base_id === query.candidate_id) throw badRequest({ key: 'sameProjects' })
    const base = await findSide(deps, query.base_id, query.base_run_id, BASE)
    const candidate = await findSide(deps, query.candidate_id, query.candidate_run_id, CANDIDATE)
    if (base === null || candidate === null) throw badRequest({ key: 'snapshotsNeeded' })
    const headers = { ...languageHeaders(speech), deprecation: 'true' }
    return reply(200, pairComparison(base, candidate, speech), headers)
  },
})

interface Missing {
  readonly project: ErrorPhrase
  readonly run: ErrorPhrase
}

const BASE: Missing = { project: { key: 'baseProjectNotFound' }, run: { key: 'baseRunNotFound' } }
const CANDIDATE: Missing = { project: { key: 'candidateProjectNotFound' }, run: { key: 'candidateRunNotFound' } }

/** Null where no run is named and none is saved. */
async function findSide(
  { db, projects }: ComparisonDeps,
  id: string,
  runId: string | null,
  missing: Missing,
): Promise<ComparedProject | null> {
  const project = await projects.find(id)
  if (project === null || project.archivedAt !== null) throw notFound(missing.project)
  if (runId === null) {
    const newest = await findNewestRun(db, project)
    return newest === null ? null : { project, run: newest }
  }
  const run = await findAnalysisRun(db, id, runId)
  if (run === null) throw notFound(missing.run)
  return { project, run }
}
