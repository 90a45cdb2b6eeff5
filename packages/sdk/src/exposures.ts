import type { StoredValue } from './stored-value.ts'

const MOST_USERS = 2000

type ArmsByUser = Map<string, Map<string, number>>

/**
 * Which user was exposed to which arm, as this client knows it. It keeps a user in the arm once shown, and an exposure from
 * being sent again. The users who came first are forgotten first; their next exposure is sent again and changes nothing.
 */
export class Exposures {
  readonly #stored: StoredValue
  readonly #byUser: ArmsByUser = new Map()

  constructor(stored: StoredValue) {
    this.#stored = stored
    this.#takeStored()
  }

  /** Arms by experiment id. */
  of(userId: string): ReadonlyMap<string, number> {
    return this.#byUser.get(userId) ?? NONE
  }

  /** False when it was known. */
  add(userId: string, experimentId: string, arm: number): boolean {
    if (this.of(userId).has(experimentId)) return false
    // Another tab may have added since.
    this.#takeStored()
    this.#put(userId, experimentId, arm)
    if (this.#byUser.size > MOST_USERS) this.#byUser.delete(this.#byUser.keys().next().value!)
    this.#stored.write([...this.#byUser].map(([user, arms]) => [user, [...arms]]))
    return true
  }

  #put(userId: string, experimentId: string, arm: number): void {
    const arms = this.#byUser.get(userId) ?? new Map<string, number>()
    if (!arms.has(experimentId)) arms.set(experimentId, arm)
    this.#byUser.set(userId, arms)
  }

  #takeStored(): void {
    for (const [userId, arms] of pairs(this.#stored.read()))
      for (const [experimentId, arm] of pairs(arms))
        if (Number.isInteger(arm)) this.#put(userId, experimentId, arm as number)
  }
}

const NONE: ReadonlyMap<string, number> = new Map()

function pairs(value: unknown): [string, unknown][] {
  return Array.isArray(value) ? value.filter(pair => Array.isArray(pair) && typeof pair[0] === 'string') : []
}
