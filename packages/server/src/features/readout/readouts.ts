import { type Clock, isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import type { EventStore, Readout } from '../../event-store/event-store.ts'
import type { Compute, RunOptions } from '../../jobs/compute.ts'
import { prepareLookDesign } from '../planning/look-design.ts'
import { storedPlan } from '../planning/stored-plan.ts'
import type { Project } from '../projects/project.ts'
import { findRevisionAt } from '../projects/project-revisions-repository.ts'
import type { DueLook } from './due-look.ts'
import { type FrozenProject, freezePolicy } from './frozen-policy.ts'
import type { CurrentReadout } from './live-stats.ts'
import type { RecordedLook } from './look.ts'
import { readoutComputation } from './readout-computation.ts'
import { readoutQuery } from './readout-query.ts'
import type { RecordedLooksRepository } from './recorded-looks-repository.ts'

const MOST_CACHED = 200

export interface ReadoutsDeps {
  readonly db: Database
  readonly events: EventStore
  readonly looks: RecordedLooksRepository
  readonly clock: Clock
  readonly compute: Compute
}

interface Cached {
  readonly key: string
  readonly value: Promise<CurrentReadout>
}

/** One computation per data version and design; concurrent readers wait for the same one. */
export class Readouts {
  readonly #deps: ReadoutsDeps
  readonly #cache = new Map<string, Cached>()

  constructor(deps: ReadoutsDeps) {
    this.#deps = deps
  }

  /** What the read-out is a function of: the data, and the design. */
  async versionOf(project: Project): Promise<string> {
    return `${await this.#deps.events.dataVersion(project.id)}.${project.revisionCount}`
  }

  async current(project: Project): Promise<CurrentReadout> {
    const key = await this.versionOf(project)
    const cached = this.#cache.get(project.id)
    if (cached?.key === key) return cached.value
    const value = this.#compute(project)
    this.#remember(project.id, { key, value })
    value.catch(() => this.#cache.delete(project.id))
    return value
  }

  async #compute(project: Project): Promise<CurrentReadout> {
    const { events, compute, looks } = this.#deps
    const readout = await events.readout(readoutQuery(project))
    const frozen = await this.#freeze(project, readout)
    await prepareLookDesign(storedPlan(frozen.project.payload), compute)
    const taken = await looks.list(project.id)
    const input = { project: frozen.project, readout, taken }
    const { statistics, due } = await compute.run(readoutComputation, input, patiently(project.id, readout))
    return {
      project: frozen.project,
      readout: { ...readout, histograms: [] },
      statistics,
      looks: due === null ? taken : await this.#record(project.id, readout, due),
      policyChanges: frozen.changes,
    }
  }

  async #freeze(project: Project, { population }: Readout): Promise<FrozenProject> {
    if (population.firstExposureAt === null) return freezePolicy(project, null)
    const revision = await findRevisionAt(this.#deps.db, project.id, isoTime(population.firstExposureAt))
    return freezePolicy(project, revision?.payload ?? null)
  }

  async #record(experimentId: string, { dataVersion }: Readout, due: DueLook): Promise<readonly RecordedLook[]> {
    const { looks, clock } = this.#deps
    await looks.record(experimentId, { ...due, dataVersion, recordedAt: isoTime(clock.now()) })
    return looks.list(experimentId)
  }

  #remember(id: string, cached: Cached): void {
    this.#cache.delete(id)
    this.#cache.set(id, cached)
    const oldest = this.#cache.keys().next().value
    if (this.#cache.size > MOST_CACHED && oldest !== undefined) this.#cache.delete(oldest)
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
