import { isoTime } from '../../clock.ts'
import type { EventStore, PersonRecord } from '../../event-store/event-store.ts'
import { notFound } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import type { Project } from '../projects/project.ts'
import { getExperiment } from '../projects/project-access.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import { populationQuery } from '../readout/readout-query.ts'
import { type Person, PersonParams, PersonResponse } from './person-schema.ts'

const MOST_EVENTS = 1000

export const getPerson = route({
  method: 'GET',
  path: '/api/v1/experiments/{experiment_id}/persons/{user_id}',
  operationId: 'getPerson',
  tag: 'experiments',
  summary: 'Why a person is counted as they are',
  description:
    'Of the person with this id, under all of its linked ids: exposures and the one that decides, exclusions, and the newest 1,000 events with the reason where one is left out.',
  scope: 'read',
  params: PersonParams,
  responses: { 200: PersonResponse },
  errors: [404, 503],
  async handle({ params }, { projects, events }: { projects: ProjectsRepository; events: EventStore }) {
    const project = await getExperiment(projects, params.experiment_id)
    const person = await events.findPerson({
      ...populationQuery(project),
      userId: params.user_id,
      maxEvents: MOST_EVENTS,
    })
    if (person === null) throw notFound({ key: 'notFound' }, 'person_not_found')
    return reply(200, printed(project, params.user_id, person))
  },
})

function printed({ id, payload }: Project, userId: string, person: PersonRecord): Person {
  const arm = person.exposures.find(({ decides }) => decides)?.arm ?? null
  return {
    experiment_id: id,
    user_id: userId,
    person_id: person.canonicalId,
    anonymous_ids: [...person.anonymousIds],
    variation_index: arm,
    status: statusOf(person, arm, payload.setup.variants_count),
    exposures: person.exposures.map(row => ({
      user_id: row.userId,
      variation_index: row.arm,
      ...times(row),
      cluster_id: row.clusterId,
      decides: row.decides,
    })),
    stratum: person.stratum,
    covariates: person.covariates.map(({ covariate, value }) => ({ covariate_name: covariate, value })),
    exclusions: person.excludedIds.map(({ userId: excluded, reason }) => ({
      user_id: excluded,
      exclusion_reason: reason,
    })),
    events: person.events.map(row => ({
      user_id: row.userId,
      metric: row.metric,
      value: row.value,
      ...times(row),
      standing: row.standing,
    })),
    events_total: person.eventCount,
  }
}

/** In the order in which the population is made: exclusions by hand come before rates. */
function statusOf({ excludedIds, isRateSpike }: PersonRecord, arm: number | null, arms: number): Person['status'] {
  if (arm === null) return 'not_exposed'
  if (excludedIds.length > 0) return 'excluded'
  if (isRateSpike) return 'rate_spike'
  if (arm === -1) return 'held_out'
  return arm < arms ? 'counted' : 'unknown_arm'
}

function times({ clientTime, receivedAt }: { readonly clientTime: number | null; readonly receivedAt: number }) {
  return { occurred_at: clientTime === null ? null : isoTime(clientTime), received_at: isoTime(receivedAt) }
}
