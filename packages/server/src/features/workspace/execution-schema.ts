import { Type } from 'typebox'
import { Datetime, nullable, optional, type ParsedOf, record, withDefault } from '../../http/schema.ts'

const Id = Type.String({ minLength: 1, maxLength: 200 })
const ShortName = Type.String({ minLength: 1, maxLength: 100 })
const Figure = nullable(Type.Number())

const StoredExposure = record('WorkspaceExposure', {
  user_id: Id,
  variation_index: Type.Integer({ minimum: -1, maximum: 9 }),
  occurred_at: optional(Datetime),
  received_at: Datetime,
  cluster_id: optional(Id),
})

const StoredConversion = record('WorkspaceConversion', {
  user_id: Id,
  metric: ShortName,
  value: Type.Number(),
  idempotency_key: optional(Id),
  occurred_at: optional(Datetime),
  received_at: Datetime,
})

const StoredPrePeriod = record('WorkspacePrePeriodValue', {
  user_id: Id,
  covariate_name: ShortName,
  value: Type.Number(),
  is_correction: withDefault(Type.Boolean(), false),
})

const StoredStratum = record('WorkspaceStratum', {
  user_id: Id,
  stratum: ShortName,
  is_correction: withDefault(Type.Boolean(), false),
})

/** What is left of an id of a person who was erased. */
const StoredErasure = record('WorkspaceErasure', { id_sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) })

const StoredLookComparison = record('WorkspaceLookComparison', {
  treatment_index: Type.Integer({ minimum: 1, maximum: 9 }),
  effect: Figure,
  lower: Figure,
  upper: Figure,
  p_value: Figure,
  p_value_log10: Figure,
  statistic: Figure,
  probability: Figure,
  effect_relative: Figure,
  crossed: Type.Boolean(),
})

const StoredLook = record('WorkspaceLook', {
  look: Type.Integer({ minimum: 1, maximum: 100 }),
  information_fraction: Type.Number(),
  boundary_z: Type.Number(),
  recorded_at: Datetime,
  data_version: Type.String({ maxLength: 200 }),
  comparisons: Type.Array(StoredLookComparison, { maxItems: 9 }),
})

/** What the experiment of one project has stored. A variation_index of -1 is the holdout. Rows stand in the order of arrival. */
export const Execution = record('WorkspaceExecution', {
  project_id: Id,
  exposures: withDefault(Type.Array(StoredExposure), []),
  conversions: withDefault(Type.Array(StoredConversion), []),
  pre_period: withDefault(Type.Array(StoredPrePeriod), []),
  strata: withDefault(Type.Array(StoredStratum), []),
  identities: withDefault(Type.Array(record('WorkspaceIdentity', { anonymous_id: Id, canonical_id: Id })), []),
  identity_conflicts: withDefault(Type.Array(record('WorkspaceIdentityConflict', { anonymous_id: Id })), []),
  exclusions: withDefault(Type.Array(record('WorkspaceExclusion', { user_id: Id, exclusion_reason: Id })), []),
  /** Nothing is stored of these ids, in the copy as little as where it comes from. */
  erasures: withDefault(Type.Array(StoredErasure), []),
  looks: withDefault(Type.Array(StoredLook, { maxItems: 100 }), []),
  /** The revision that the experiment goes by, or `newest`; null where the times of the revisions tell. */
  frozen_revision_id: optional(Type.String()),
})

export type Execution = ParsedOf<typeof Execution>
