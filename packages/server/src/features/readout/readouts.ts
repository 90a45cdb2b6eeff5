import { type Clock, isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import type { EventStore, Readout, Timeline } from '../../event-store/event-store.ts'
import type { Compute, RunOptions } from '../../jobs/compute.ts'
import { prepareLookDesign } from '../planning/look-design.ts'
import { storedPlan } from '../planning/stored-plan.ts'
import { frozenRevisionOf } from '../projects/frozen-revision.ts'
import type { Project } from '../projects/project.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import type { DueLook } from './due-look.ts'
import { type FrozenProject, freezePolicy } from './frozen-policy.ts'
import { LatestValues } from './latest-values.ts'
import type { CurrentReadout } from './live-stats.ts'
import type { RecordedLook } from './look.ts'
import type { MetricReading } from './metric-reading.ts'
import { readoutComputation } from './readout-computation.ts'
import { populationQuery, readoutQuery } from './readout-query.ts'
import type { RecordedLooksRepository } from './recorded-looks-repository.ts'

const MOST_CACHED = 200
/** Larger, and asked for less often. */
const MOST_SPLIT = 20

export interface ReadoutsDeps {
  readonly db: Database
  readonly projects: Pick<ProjectsRepository, 'pin'>
  readonly events: EventStore
  readonly looks: RecordedLooksRepository
  readonly clock: Clock
  readonly compute: Compute
  /** Hears of every read-out once it is computed. */
  readonly onComputed: (current: CurrentReadout) => Promise<void>
}

/** One computation per data version and design; concurrent readers wait for the same one. */
export class Readouts {
  readonly #deps: ReadoutsDeps
  readonly #current = new LatestValues<CurrentReadout>(MOST_CACHED)
  readonly #quartered = new LatestValues<Readout>(MOST_SPLIT)
  readonly #timelines = new LatestValues<Timeline>(MOST_SPLIT)

  constructor(deps: ReadoutsDeps) {
    this.#deps = deps
  }

  /** What the read-out is a function of: the data, and the design. */
  async versionOf(project: Project): Promise<string> {
    return `${await this.#deps.events.dataVersion(project.id)}.${project.revisionCount}`
  }

  async current(project: Project): Promise<CurrentReadout> {
    const version = await this.versionOf(project)
    return this.#current.get(project.id, version, () => this.#compute(project))
  }

  /** The stored moments, their cells split by the quarters of a covariate. */
  async quartered(project: Project, covariate: string): Promise<Readout> {
    const version = await this.versionOf(project)
    const key = JSON.stringify([project.id, covariate])
    const query = { ...readoutQuery(project, covariate), readsHistograms: false }
    return this.#quartered.get(key, version, () => this.#deps.events.readout(query))
  }

  /** A metric of the frozen design, day by day. */
  async timeline(project: Project, metric: MetricReading): Promise<Timeline> {
    const version = await this.versionOf(project)
    const key = JSON.stringify([project.id, metric.queries])
    const query = { ...populationQuery(project), metrics: metric.queries }
    return this.#timelines.get(key, version, () => this.#deps.events.timeline(query))
  }

  async #compute(project: Project): Promise<CurrentReadout> {
    const { events, compute, looks, onComputed } = this.#deps
    const readout = await events.readout(readoutQuery(project))
    const frozen = await this.#freeze(project, readout)
    await prepareLookDesign(storedPlan(frozen.project.payload), compute)
    const taken = await looks.list(project.id)
    const input = { project: frozen.project, readout, taken }
    const { statistics, due } = await compute.run(readoutComputation, input, patiently(project.id, readout))
    const current = {
      project: frozen.project,
      readout: { ...readout, histograms: [] },
      statistics,
      looks: due === null ? taken : await this.#record(project.id, readout, due),
      policyChanges: frozen.changes,
      splitChange: frozen.splitChange,
    }
    await onComputed(current)
    return current
  }

  async #freeze(project: Project, { population }: Readout): Promise<FrozenProject> {
    if (population.firstExposureAt === null) return freezePolicy(project, null)
    const revision = await frozenRevisionOf(project, population.firstExposureAt, this.#deps)
    return freezePolicy(project, revision?.payload ?? null)
  }

  async #record(experimentId: string, { dataVersion }: Readout, due: DueLook): Promise<readonly RecordedLook[]> {
    const { looks, clock } = this.#deps
    await looks.record(experimentId, { ...due, dataVersion, recordedAt: isoTime(clock.now()) })
    return looks.list(experimentId)
  }
}

/** All readers wait for the one computation, whoever leaves. */
function patiently(experimentId: string, { dataVersion }: Readout): RunOptions {
  const { signal } = new AbortController()
  return {
    bodyDigest: () => `${experimentId} ${dataVersion}`,
    departure: () => signal,
    onStart: () => undefined,
  }
}
