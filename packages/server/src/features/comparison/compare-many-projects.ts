import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { digestOf } from '../../http/entity-tag.ts'
import type { Issue } from '../../http/errors.ts'
import { EXAMPLE_IDS } from '../../http/example-ids.ts'
import { reply, route } from '../../http/route.ts'
import { nullable, record, shownAs, withDefault } from '../../http/schema.ts'
import { languageHeaders } from '../../http/speech.ts'
import type { Compute } from '../../jobs/compute.ts'
import { ruleBroken } from '../projects/design-rules.ts'
import { type ComparedProject, type ComparisonDeps, getComparedProjects } from './compared-project.ts'
import { MultiProjectComparisonResponse } from './comparison-schema.ts'
import { groupComparison } from './group-comparison.ts'
import { liftArms } from './lift-arms.ts'
import { type LiftsInput, liftComputation } from './lift-computation.ts'

const ComparedIds = Type.Array(Type.String(), { minItems: 2, maxItems: 5 })

const CompareRequest = record('MultiProjectComparisonRequest', { project_ids: ComparedIds })

const CompareQuery = Type.Object({
  include_monte_carlo: withDefault(Type.Boolean(), false),
  monte_carlo_simulations: withDefault(Type.Integer({ minimum: 1000, maximum: 50_000 }), 10_000),
  monte_carlo_seed: withDefault(nullable(shownAs(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 }), 42)), null),
})

export const compareManyProjects = route({
  method: 'POST',
  path: '/api/v1/projects/compare',
  operationId: 'compareManyProjects',
  tag: 'projects',
  summary: 'Compare two to five projects',
  description:
    'By their newest analyses. With include_monte_carlo, the relative uplift of saved results of rates and means is simulated: the same seed gives the same draws, and without one it follows from the ids.',
  scope: 'read',
  traffic: 'heavy',
  query: CompareQuery,
  body: CompareRequest,
  example: { project_ids: [EXAMPLE_IDS.project, EXAMPLE_IDS.otherProject] },
  rules: [({ project_ids: ids }) => idIssues(ids)],
  responses: { 200: MultiProjectComparisonResponse },
  errors: [404],
  async handle(request, deps: ComparisonDeps & { compute: Compute }) {
    const { query, body, speech } = request
    const ids = body.project_ids.map(id => id.trim())
    const compared = await getComparedProjects(deps, ids)
    const seed = query.monte_carlo_seed ?? seedOf(ids)
    const input = liftsInput(compared, query.monte_carlo_simulations, seed)
    const options = { bodyDigest: () => digestOf(JSON.stringify(input)), departure: () => request.departure() }
    const distribution = query.include_monte_carlo ? await deps.compute.run(liftComputation, input, options) : null
    const answer = {
      ...groupComparison(compared, speech),
      monte_carlo_distribution: distribution,
      monte_carlo_seed: distribution === null ? null : seed,
    }
    return reply(200, answer, languageHeaders(speech))
  },
})

/** Ids are compared without the space around them. */
export function idIssues(ids: readonly string[]): readonly Issue[] {
  const trimmed = ids.map(id => id.trim())
  return trimmed.flatMap((id, index) => {
    const at = ['body', 'project_ids', index]
    if (id === '') return [ruleBroken(at, { key: 'blankProjectId' })]
    return trimmed.indexOf(id) === index ? [] : [ruleBroken(at, { key: 'sameProjectId' }, id)]
  })
}

function liftsInput(compared: readonly ComparedProject[], draws: number, seed: number): LiftsInput {
  const projects = compared.flatMap(({ project }) => {
    const arms = liftArms(project.payload)
    return arms === null ? [] : [{ id: project.id, ...arms }]
  })
  return { projects, draws, seed }
}

function seedOf(ids: readonly string[]): number {
  return (
    createHash('sha256')
      .update(JSON.stringify([...ids].sort()))
      .digest()
      .readUInt32LE() >>> 1
  )
}
