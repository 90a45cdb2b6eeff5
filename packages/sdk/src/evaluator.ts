import { type Assignment, assign } from './assign.ts'
import type { Change, ClientAssignment, EvaluateOptions, EvaluatorOptions, User } from './client-options.ts'
import { type ClientParts, clientParts } from './client-parts.ts'
import { Configuration } from './configuration.ts'
import type { ExperimentKey, ExperimentMap, VariationOf } from './experiment-map.ts'
import { Listeners } from './listeners.ts'
import { variationFromQuery } from './variation-from-query.ts'

/**
 * Assigns by the server's configuration and records nothing: the client without its events. It starts with the configuration
 * that an earlier page has stored, if any; `load()` asks for the newest.
 */
export function createEvaluator<const Experiments extends ExperimentMap = Readonly<Record<never, never>>>(
  options: EvaluatorOptions<Experiments>,
): Evaluator<Experiments> {
  return new Evaluator(options, clientParts(options))
}

/** What `createEvaluator` answers. */
export class Evaluator<Experiments extends ExperimentMap> {
  readonly #experiments: ExperimentMap
  readonly #configuration: Configuration
  readonly #listeners = new Listeners<Change>()
  readonly #forced = new Map<string, number>()
  #query: string
  #user: User
  #isStale = false

  constructor(options: EvaluatorOptions<Experiments>, { api, stored }: ClientParts) {
    const { userId = '', attributes = {}, query = '', experiments = {} } = options
    this.#configuration = new Configuration(api, stored('configuration'))
    // Without a prototype, so that an id such as `constructor` is no key of the map.
    this.#experiments = Object.assign(Object.create(null), experiments)
    this.#query = query
    this.#user = { userId, attributes }
  }

  /** The version of the configuration in force; null while there is none, and then nobody is assigned. */
  get version(): string | null {
    return this.#configuration.version
  }

  /** Whether the server could not be asked the last time. */
  get isStale(): boolean {
    return this.#isStale
  }

  /** Whom calls are about unless they name another. */
  get user(): User {
    return this.#user
  }

  /** Asks for the newest configuration. Rejects only when that fails and nothing was stored: there is nothing to assign by. */
  async load(): Promise<void> {
    try {
      await this.refresh()
    } catch (error) {
      if (this.version === null) throw error
    }
  }

  /** Asks whether the configuration has changed (by ETag); true when it has. Rejects when the server can not be asked. */
  async refresh(): Promise<boolean> {
    try {
      const hasChanged = await this.#configuration.refresh()
      const wasStale = this.#isStale
      this.#isStale = false
      if (wasStale) this.#listeners.tell({ what: 'fresh' })
      if (hasChanged) this.#listeners.tell({ what: 'configuration' })
      return hasChanged
    } catch (reason) {
      const error = reason instanceof Error ? reason : new Error(String(reason))
      this.#isStale = true
      this.#listeners.tell({ what: 'stale', error })
      throw error
    }
  }

  /**
   * The user's arm and what to show, by a key of the experiment map or an experiment id. The first that applies decides: a
   * forced variation, the recorded arm, the rules, the namespace, the hash. An arm that the code has no variation for is none.
   */
  evaluate<Key extends ExperimentKey<Experiments>>(
    key: Key,
    { user = this.#user, recordedArm = null }: EvaluateOptions = {},
  ): ClientAssignment<VariationOf<Experiments, Key>> {
    const id = this.idOf(key)
    const variations = this.#experiments[key]?.variations
    const experiment = this.#configuration.find(id)
    const count = variations?.length ?? experiment?.weights.length ?? 0
    const forcedArm = this.#forcedArm(key, id, count)
    const found = experiment
      ? assign({ ...user, experiment, hashVersion: experiment.hashVersion, recordedArm })
      : NOT_KNOWN
    const arm = forcedArm ?? (found.arm < count ? found.arm : -1)
    return {
      ...found,
      arm,
      inExperiment: arm >= 0,
      experimentId: id,
      variation: variations?.[Math.max(arm, 0)] as VariationOf<Experiments, Key>,
      isForced: forcedArm !== null,
      isKnown: experiment !== undefined,
    }
  }

  /** The id of an experiment by its key in the map; anything else is taken for an id. */
  idOf(key: ExperimentKey<Experiments>): string {
    return this.#experiments[key]?.id ?? key
  }

  /** Whether the configuration holds the experiment of this id. */
  isActive(experimentId: string): boolean {
    return this.#configuration.find(experimentId) !== undefined
  }

  /** Shows one arm whatever the rules say, to test it; null ends that. An arm that does not exist is ignored. */
  forceVariation(key: ExperimentKey<Experiments>, arm: number | null): void {
    if (arm === null) this.#forced.delete(key)
    else this.#forced.set(key, arm)
    this.#listeners.tell({ what: 'forced' })
  }

  /** Forces what the parameters of a URL or query string name (`?checkout=1`), in place of the query string before. */
  forceFromQuery(query: string): void {
    this.#query = query
    this.#listeners.tell({ what: 'forced' })
  }

  /** From now on calls are about this user. */
  setUser(user: User): void {
    this.#user = user
    this.#listeners.tell({ what: 'user' })
  }

  /** Calls the listener after every change; the answer ends that. */
  subscribe(listener: (change: Change) => void): () => void {
    return this.#listeners.add(listener)
  }

  #forcedArm(key: string, id: string, count: number): number | null {
    const arm = this.#forced.get(key) ?? this.#forced.get(id)
    if (arm !== undefined && Number.isInteger(arm) && arm >= 0 && arm < count) return arm
    if (this.#query === '') return null
    return variationFromQuery(key, this.#query, count) ?? variationFromQuery(id, this.#query, count)
  }
}

const NOT_KNOWN: Assignment = {
  arm: -1,
  inExperiment: false,
  hash: null,
  sticky: false,
  holdout: false,
  namespaceExcluded: false,
  targetingExcluded: false,
  coverage: 0,
  weights: [],
  ranges: [],
}
