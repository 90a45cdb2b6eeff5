import type {
  Arm,
  Conversion,
  EpochMs,
  EventBatch,
  Exclusion,
  Exposure,
  IdentityLink,
  PrePeriodValue,
  UserStratum,
} from '../../event-store/event-store.ts'

type WithoutEnvelope<B> = B extends EventBatch ? Omit<B, 'experimentId' | 'receivedAt'> : never
type BatchContent = WithoutEnvelope<EventBatch>

const MOST_ITEMS = 5000

export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000
/** When the first person of each demo was exposed. */
export const DEMO_START_MS: EpochMs = Date.UTC(2026, 4, 1, 9)

/** Everything that happens in an experiment, written down before it is stored: to store it twice stores it once. */
export class EventScript {
  readonly #exposures: Exposure[] = []
  readonly #conversions: Conversion[] = []
  readonly #prePeriod: PrePeriodValue[] = []
  readonly #strata: UserStratum[] = []
  readonly #links: IdentityLink[] = []
  readonly #exclusions: Exclusion[] = []

  expose(userId: string, arm: Arm, occurredAt: EpochMs): void {
    this.#exposures.push({ userId, arm, occurredAt: Math.round(occurredAt) })
  }

  /** The place in the script makes the key: it is the same each time the script is written. */
  convert(userId: string, metric: string, value: number, occurredAt: EpochMs): void {
    const idempotencyKey = `demo-${this.#conversions.length}`
    this.#conversions.push({ userId, metric, value, idempotencyKey, occurredAt: Math.round(occurredAt) })
  }

  knowBefore(userId: string, covariate: string, value: number): void {
    this.#prePeriod.push({ userId, covariate, value })
  }

  sortInto(userId: string, stratum: string): void {
    this.#strata.push({ userId, stratum })
  }

  link(anonymousId: string, canonicalId: string): void {
    this.#links.push({ anonymousId, canonicalId })
  }

  exclude(userId: string, reason: string): void {
    this.#exclusions.push({ userId, reason })
  }

  batches(): readonly BatchContent[] {
    return [
      ...inParts(this.#links).map(items => ({ kind: 'identities', items }) as const),
      ...inParts(this.#strata).map(items => ({ kind: 'strata', items }) as const),
      ...inParts(this.#prePeriod).map(items => ({ kind: 'pre_period', items }) as const),
      ...inParts(this.#exposures).map(items => ({ kind: 'exposures', items }) as const),
      ...inParts(this.#conversions).map(items => ({ kind: 'conversions', items }) as const),
      ...inParts(this.#exclusions).map(items => ({ kind: 'exclusions', items }) as const),
    ]
  }
}

function inParts<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / MOST_ITEMS)
  return Array.from({ length: count }, (_, part) => items.slice(part * MOST_ITEMS, (part + 1) * MOST_ITEMS))
}
