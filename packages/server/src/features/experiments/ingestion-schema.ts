import { type TSchema, Type } from 'typebox'
import { Datetime, optional, record, withDefault } from '../../http/schema.ts'

const MOST_ITEMS = 1000

const UserId = Type.String({ minLength: 1, maxLength: 200 })
const ShortName = Type.String({ minLength: 1, maxLength: 100 })

export const ExposureEvent = record('ExposureEvent', {
  user_id: UserId,
  variation_index: Type.Integer({ minimum: 0, maximum: 9 }),
  occurred_at: optional(Datetime),
  cluster_id: optional(UserId),
})

export const ConversionEvent = record('ConversionEvent', {
  user_id: UserId,
  metric: ShortName,
  value: withDefault(Type.Number(), 1),
  idempotency_key: optional(UserId),
  occurred_at: optional(Datetime),
})

export const PrePeriodEvent = record('PrePeriodEvent', {
  user_id: UserId,
  value: Type.Number(),
  covariate_name: withDefault(ShortName, '__default__'),
})

export const HoldoutEvent = record('HoldoutEvent', { user_id: UserId, occurred_at: optional(Datetime) })

export const IdentityLink = record('IdentityLink', { anonymous_id: UserId, canonical_id: UserId })

export const ExclusionEvent = record('ExclusionEvent', {
  user_id: UserId,
  exclusion_reason: withDefault(UserId, 'manual'),
})

export const StratumEvent = record('StratumEvent', { user_id: UserId, stratum: ShortName })

export const ExposureIngestRequest = record('ExposureIngestRequest', { exposures: batchOf(ExposureEvent) })
export const ConversionIngestRequest = record('ConversionIngestRequest', { conversions: batchOf(ConversionEvent) })
export const PrePeriodIngestRequest = record('PrePeriodIngestRequest', { pre_period_values: batchOf(PrePeriodEvent) })
export const StratumIngestRequest = record('StratumIngestRequest', { strata: batchOf(StratumEvent) })
export const HoldoutIngestRequest = record('HoldoutIngestRequest', { holdout: batchOf(HoldoutEvent) })
export const IdentityIngestRequest = record('IdentityIngestRequest', { identities: batchOf(IdentityLink) })
export const ExclusionIngestRequest = record('ExclusionIngestRequest', { exclusions: batchOf(ExclusionEvent) })

const RefusedItem = Type.Object({ index: Type.Integer(), user_id: Type.String(), reason: Type.String() })

export const IngestResultResponse = Type.Object(
  {
    received: Type.Integer(),
    recorded: Type.Integer(),
    deduplicated: Type.Integer(),
    refused: Type.Array(RefusedItem),
  },
  { title: 'IngestResultResponse' },
)

function batchOf<T extends TSchema>(item: T) {
  return Type.Array(item, { minItems: 1, maxItems: MOST_ITEMS })
}
