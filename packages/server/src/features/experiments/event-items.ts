import type {
  Conversion,
  Exclusion,
  Exposure,
  IdentityLink,
  PrePeriodValue,
  UserStratum,
} from '../../event-store/event-store.ts'
import type { ParsedOf } from '../../http/schema.ts'
import { clientTime } from './ingestion.ts'
import type * as schema from './ingestion-schema.ts'

const HOLDOUT = -1

// Items as the wire has them, after their schema, in the words of the event store.

export function exposureOf(item: ParsedOf<typeof schema.ExposureEvent>): Exposure {
  return {
    userId: item.user_id,
    arm: item.variation_index,
    occurredAt: clientTime(item.occurred_at),
    clusterId: item.cluster_id,
  }
}

/** An exposure to nothing. */
export function heldOutOf(item: ParsedOf<typeof schema.HoldoutEvent>): Exposure {
  return { userId: item.user_id, arm: HOLDOUT, occurredAt: clientTime(item.occurred_at) }
}

export function conversionOf(item: ParsedOf<typeof schema.ConversionEvent>): Conversion {
  return {
    userId: item.user_id,
    metric: item.metric,
    value: item.value,
    idempotencyKey: item.idempotency_key,
    occurredAt: clientTime(item.occurred_at),
  }
}

export function prePeriodOf(item: ParsedOf<typeof schema.PrePeriodEvent>): PrePeriodValue {
  return { userId: item.user_id, covariate: item.covariate_name, value: item.value }
}

export function stratumOf(item: ParsedOf<typeof schema.StratumEvent>): UserStratum {
  return { userId: item.user_id, stratum: item.stratum }
}

export function linkOf(item: ParsedOf<typeof schema.IdentityLink>): IdentityLink {
  return { anonymousId: item.anonymous_id, canonicalId: item.canonical_id }
}

export function exclusionOf(item: ParsedOf<typeof schema.ExclusionEvent>): Exclusion {
  return { userId: item.user_id, reason: item.exclusion_reason }
}
