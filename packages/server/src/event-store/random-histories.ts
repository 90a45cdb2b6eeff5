import fc from 'fast-check'
import type { EventBatch, ReadoutQuery } from './event-store.ts'

export const T0 = 1_700_000_000_000
const HOUR = 3_600_000

export const USERS = [
  'a',
  'b',
  'c',
  'd',
  'é',
  '👩‍👩‍👧',
  '0f8fad5b-d9cb-469f-a165-70867728950e',
  '01',
  '1',
  'x',
  'y',
  'z',
] as const
export const userId = fc.constantFrom(...USERS)
const occurredAt = fc.option(fc.integer({ min: -6, max: 60 }).map(hours => T0 + hours * HOUR))
const value = fc.oneof(fc.constantFrom(0, 1, -1), fc.double({ min: -100, max: 100, noNaN: true }))
const clusterId = fc.option(fc.constantFrom('n', 's', 'ß'))
const exposure = fc.record({ userId, arm: fc.integer({ min: -1, max: 2 }), occurredAt, clusterId })
const conversion = fc.record({
  userId,
  metric: fc.constantFrom('m0', 'm1', 'm2'),
  value,
  idempotencyKey: fc.option(fc.constantFrom('k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7')),
  occurredAt,
})
const prePeriodValue = fc.record({ userId, covariate: fc.constantFrom('c0', 'c1', 'c2'), value })
const stratum = fc.record({ userId, stratum: fc.constantFrom('north', 'south', 'ß') })

const link = fc.record({ anonymousId: userId, canonicalId: userId })
const exclusion = fc.record({ userId, reason: fc.constantFrom('manual', 'robot') })

export const receivedAt = fc.integer({ min: 0, max: 48 }).map(hours => T0 + hours * HOUR)
const items = { maxLength: 25 }
const few = { maxLength: 4 }
const batch = fc.oneof(
  fc.record({ kind: fc.constant('exposures' as const), receivedAt, items: fc.array(exposure, items) }),
  fc.record({ kind: fc.constant('conversions' as const), receivedAt, items: fc.array(conversion, items) }),
  fc.record({ kind: fc.constant('pre_period' as const), receivedAt, items: fc.array(prePeriodValue, items) }),
  fc.record({ kind: fc.constant('strata' as const), receivedAt, items: fc.array(stratum, items) }),
)
const correction = fc.oneof(
  fc.record({ kind: fc.constant('pre_period_corrections' as const), receivedAt, items: fc.array(prePeriodValue, few) }),
  fc.record({ kind: fc.constant('stratum_corrections' as const), receivedAt, items: fc.array(stratum, few) }),
)
const exclusions = fc.oneof(
  fc.record({ kind: fc.constant('exclusions' as const), receivedAt, items: fc.array(exclusion, few) }),
  fc.record({
    kind: fc.constant('lifted_exclusions' as const),
    receivedAt,
    items: fc.array(fc.record({ userId }), few),
  }),
)
const links = fc.record({ kind: fc.constant('identities' as const), receivedAt, items: fc.array(link, items) })
export const history = fc.oneof(
  fc.array(batch, { maxLength: 12 }),
  fc.array(fc.oneof(batch, batch, exclusions, correction, links), { maxLength: 16 }),
)

/** Anonymous ids and persons that are never both, each anonymous id linked once: such links may come in any order. */
export const cleanLinks = fc
  .tuple(...USERS.slice(6).map(() => fc.option(fc.constantFrom(...USERS.slice(0, 6)))))
  .map(persons =>
    persons.flatMap((canonicalId, at) => (canonicalId === null ? [] : [{ anonymousId: USERS[at + 6]!, canonicalId }])),
  )
export const unlinked = fc.array(fc.oneof(batch, batch, exclusions, correction), { maxLength: 12 })

const metric = fc.record({
  name: fc.constantFrom('m0', 'm1', 'm2', 'none'),
  outcome: fc.constantFrom('converted' as const, 'sum' as const),
})
export const query = fc
  .record({
    pairedWith: fc.option(fc.constant(0)),
    readsClusters: fc.boolean(),
    readsHistograms: fc.constant(false),
    quarteredBy: fc.option(fc.constantFrom('c0', 'c1')),
    armCount: fc.integer({ min: 2, max: 3 }),
    metrics: fc.tuple(metric, fc.array(metric, { maxLength: 3 })).map(([first, rest]) => [first, ...rest] as const),
    attributionWindowDays: fc.option(fc.constantFrom(0.05, 1, 2.5)),
    rateSpike: fc.option(
      fc.record({ maxEvents: fc.integer({ min: 1, max: 6 }), windowMinutes: fc.constantFrom(1, 60, 600) }),
    ),
    timingHorizonDays: fc.constantFrom(0.5, 1, 14),
    maxCovariates: fc.integer({ min: 0, max: 3 }),
    maxStrata: fc.integer({ min: 0, max: 3 }),
  })
  .map(asked => ({ ...asked, pairedWith: asked.pairedWith === null ? null : asked.metrics.length - 1 }))

/** Batches of one experiment. */
export type History = (EventBatch extends infer Batch
  ? Batch extends EventBatch
    ? Omit<Batch, 'experimentId'>
    : never
  : never)[]
export type Query = Omit<ReadoutQuery, 'experimentId'>
