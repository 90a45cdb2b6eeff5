import { type Clock, isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import type { EventStore, Readout } from '../../event-store/event-store.ts'
import type { Compute } from '../../jobs/compute.ts'
import { prepareLookDesign } from '../planning/look-design.ts'
import { storedPlan } from '../planning/stored-plan.ts'
import type { Project } from '../projects/project.ts'
import { findRevisionAt } from '../projects/project-revisions-repository.ts'
import { dueLook } from './due-look.ts'
import { type FrozenProject, freezePolicy } from './frozen-policy.ts'
import type { CurrentReadout } from './live-stats.ts'
import type { RecordedLook } from './look.ts'
import { readoutQuery } from './readout-query.ts'
import type { RecordedLooksRepository } from './recorded-looks-repository.ts'
import { type Statistics, statisticsOf } from './statistics.ts'

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
    const readout = await this.#deps.events.readout(readoutQuery(project))
    const frozen = await this.#freeze(project, readout)
    await prepareLookDesign(storedPlan(frozen.project.payload), this.#deps.compute)
    const statistics = statisticsOf(frozen.project, readout)
    const looks = await this.#takeDueLook(frozen, readout, statistics)
    return { project: frozen.project, readout, statistics, looks, policyChanges: frozen.changes }
  }

  async #freeze(project: Project, { population }: Readout): Promise<FrozenProject> {
    if (population.firstExposureAt === null) return freezePolicy(project, null)
    const revision = await findRevisionAt(this.#deps.db, project.id, isoTime(population.firstExposureAt))
    return freezePolicy(project, revision?.payload ?? null)
  }

  async #takeDueLook(
    { project }: FrozenProject,
    readout: Readout,
    { information, arms }: Statistics,
  ): Promise<readonly RecordedLook[]> {
    const { looks, clock } = this.#deps
    const taken = await looks.list(project.id)
    const due = dueLook(project, information, { arms, readout }, taken)
    if (due === null) return taken
    await looks.record(project.id, { ...due, dataVersion: readout.dataVersion, recordedAt: isoTime(clock.now()) })
    return looks.list(project.id)
  }

  #remember(id: string, cached: Cached): void {
    this.#cache.delete(id)
    this.#cache.set(id, cached)
    const oldest = this.#cache.keys().next().value
    if (this.#cache.size > MOST_CACHED && oldest !== undefined) this.#cache.delete(oldest)
  }
}
