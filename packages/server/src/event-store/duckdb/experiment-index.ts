import type { Arm } from '../event-store.ts'
import { CLUSTER_NAME, COVARIATE_NAME, METRIC_NAME, type NameKind, STRATUM_NAME } from './experiment-rows.ts'
import { IdentityLinks } from './identity-links.ts'
import { type HashBytes, KeyIndex } from './key-index.ts'
import { KeySet } from './key-set.ts'

const NEVER_EXPOSED = -128
const FIRST_USERS = 64

/** What one experiment has stored or is about to: enough to tell a first write from a repeated one. */
export class ExperimentIndex {
  readonly users: KeyIndex
  readonly names: Readonly<Record<NameKind, KeyIndex>>
  readonly links = new IdentityLinks()
  readonly excluded = new KeySet()
  /** Digests of the ids of persons who were erased. */
  readonly erased = new Set<string>()
  readonly #hash: HashBytes
  /** By metric key. */
  readonly #idempotencyKeys: KeyIndex[] = []
  /** By covariate key: the users that have a value. */
  readonly #covariateUsers: KeySet[] = []
  #arms = new Int8Array(FIRST_USERS).fill(NEVER_EXPOSED)
  #hasStratum = new Uint8Array(FIRST_USERS)

  constructor(hash: HashBytes) {
    this.#hash = hash
    this.users = new KeyIndex(hash)
    this.names = {
      [METRIC_NAME]: new KeyIndex(hash),
      [COVARIATE_NAME]: new KeyIndex(hash),
      [STRATUM_NAME]: new KeyIndex(hash),
      [CLUSTER_NAME]: new KeyIndex(hash),
    }
  }

  get byteLength(): number {
    const keyed = [this.users, ...Object.values(this.names), ...this.#idempotencyKeys, ...this.#covariateUsers]
    const indexes = [...keyed, this.links, this.excluded, this.#arms, this.#hasStratum]
    return indexes.reduce((sum, part) => sum + part.byteLength, 0)
  }

  armOf(userKey: number): Arm | null {
    const arm = this.#arms[userKey] ?? NEVER_EXPOSED
    return arm === NEVER_EXPOSED ? null : arm
  }

  /** The different arms of several ids; which came first only the file knows. */
  armsOf(userKeys: readonly number[]): readonly Arm[] {
    const arms = userKeys.map(key => this.armOf(key))
    return [...new Set(arms)].filter(arm => arm !== null)
  }

  setArm(userKey: number, arm: Arm): void {
    this.#reserveUser(userKey)
    this.#arms[userKey] = arm
  }

  unsetArm(userKey: number): void {
    this.#arms[userKey] = NEVER_EXPOSED
  }

  hasStratum(userKey: number): boolean {
    return this.#hasStratum[userKey] === 1
  }

  markStratum(userKey: number): void {
    this.#reserveUser(userKey)
    this.#hasStratum[userKey] = 1
  }

  unmarkStratum(userKey: number): void {
    this.#hasStratum[userKey] = 0
  }

  usersWithCovariate(covariateKey: number): KeySet {
    while (this.#covariateUsers.length <= covariateKey) this.#covariateUsers.push(new KeySet())
    return this.#covariateUsers[covariateKey]!
  }

  idempotencyKeysOf(metricKey: number): KeyIndex {
    while (this.#idempotencyKeys.length <= metricKey) this.#idempotencyKeys.push(new KeyIndex(this.#hash))
    return this.#idempotencyKeys[metricKey]!
  }

  /** Sizes by metric key, for truncateIdempotencyKeys. */
  idempotencyKeySizes(): readonly number[] {
    return this.#idempotencyKeys.map(keys => keys.size)
  }

  truncateIdempotencyKeys(sizes: readonly number[]): void {
    this.#idempotencyKeys.forEach((keys, metricKey) => {
      keys.truncate(sizes[metricKey] ?? 0)
    })
  }

  #reserveUser(userKey: number): void {
    if (userKey < this.#arms.length) return
    const capacity = Math.max(userKey + 1, Math.ceil(this.#arms.length * 1.5))
    const arms = new Int8Array(capacity).fill(NEVER_EXPOSED)
    const hasStratum = new Uint8Array(capacity)
    arms.set(this.#arms)
    hasStratum.set(this.#hasStratum)
    this.#arms = arms
    this.#hasStratum = hasStratum
  }
}
