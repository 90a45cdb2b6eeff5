import type { ClientAssignment, User } from '../client-options.ts'
import type { FlagClient } from './flag-client.ts'
import type { Resolution, ResolutionErrorCode } from './openfeature-types.ts'

export type FlagKind = 'boolean' | 'string' | 'number' | 'object'

/** What each arm of a flag is worth, control first, by the flag's key. */
export type Payloads = Readonly<Record<string, readonly unknown[]>>

export interface FlagQuestion<Value> {
  readonly kind: FlagKind
  readonly key: string
  readonly defaultValue: Value
  readonly user: User
  readonly payloads: Payloads
}

/**
 * The value of the user's arm: from the payloads, else from the client's experiment map, else by the index of the arm
 * (boolean: not control; number: the index; string: its digits; object: `{ variation }`). A user without an arm gets the
 * default. The exposure is recorded when a value of the arm is answered, and only then. Throws errors with a `code`, which
 * OpenFeature answers with the default.
 */
export function resolveFlag<Value>(client: FlagClient, question: FlagQuestion<Value>): Resolution<Value> {
  const { key, kind, user, defaultValue } = question
  const assignment = client.assign(key, { user, expose: false })
  requireAnswer(client, assignment, question)
  const { arm, experimentId } = assignment
  const flagMetadata = { experimentId, variationIndex: arm }
  if (arm < 0) return { value: defaultValue, reason: 'DEFAULT', flagMetadata }
  const value = valueOfArm(assignment, question)
  if (!isOfKind(value, kind)) throw failure('TYPE_MISMATCH', `Arm ${arm} of ${key} is no ${kind}.`)
  client.assign(key, { user })
  return { value: value as Value, variant: String(arm), reason: reasonOf(client, assignment), flagMetadata }
}

type Found = ClientAssignment<unknown>

function requireAnswer(client: FlagClient, found: Found, { key, user }: FlagQuestion<unknown>): void {
  if (found.isForced) return
  if (client.version === null) throw failure('PROVIDER_NOT_READY', 'There is no configuration yet.')
  if (!found.isKnown) throw failure('FLAG_NOT_FOUND', `No active experiment is called ${key}.`)
  if (user.userId === '') throw failure('TARGETING_KEY_MISSING', 'The context has no targetingKey.')
}

function valueOfArm({ arm, variation }: Found, { key, kind, payloads }: FlagQuestion<unknown>): unknown {
  if (Object.hasOwn(payloads, key)) return payloads[key]![arm]
  if (variation !== undefined) return variation
  return { boolean: arm > 0, number: arm, string: String(arm), object: { variation: arm } }[kind]
}

// OpenFeature's objects are any JSON that is not of the other kinds; null is one of them.
function isOfKind(value: unknown, kind: FlagKind): boolean {
  return value !== undefined && typeof value === kind
}

function reasonOf(client: FlagClient, { isForced, sticky }: Found): Resolution<unknown>['reason'] {
  if (isForced) return 'STATIC'
  if (client.isStale) return 'STALE'
  return sticky ? 'CACHED' : 'SPLIT'
}

function failure(code: ResolutionErrorCode, message: string): Error {
  return Object.assign(new Error(message), { code })
}
