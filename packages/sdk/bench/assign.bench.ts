import { assign, type ExperimentConfig } from '../src/index.ts'

const USERS = 200_000
const ROUNDS = 15
const SEED = '7f9c24e8-3b12-4fef-91e0-5a1d6c0be8d7'

const userIds = Array.from({ length: USERS }, (_, i) => `user-${i}`)
const experiment: ExperimentConfig = {
  seed: SEED,
  weights: [0.5, 0.5],
  coverage: 1,
  namespace: null,
  targetingRules: [{ attribute: 'country', operator: 'equals', value: 'DE' }],
}
const attributes = { country: 'DE', plan: 'pro' }

const sides = { assign: assignEveryone, raw: rawHashEveryone }
const nanoseconds = fastestRounds()
const ratio = nanoseconds.assign / nanoseconds.raw
process.stdout.write(
  `${JSON.stringify({
    name: 'sdk-assign',
    users: USERS,
    rounds: ROUNDS,
    assign_ns: round(nanoseconds.assign),
    raw_double_fnv_ns: round(nanoseconds.raw),
    ratio: round(ratio),
    bar_ratio: 2,
    bar_ns: 400,
    met: ratio <= 2 && nanoseconds.assign <= 400,
  })}\n`,
)

/** Nanoseconds a user, the fastest of interleaved rounds: a shared machine only ever adds time. */
function fastestRounds(): { assign: number; raw: number } {
  const fastest = { assign: Number.POSITIVE_INFINITY, raw: Number.POSITIVE_INFINITY }
  for (let round = 0; round < ROUNDS; round += 1) {
    fastest.raw = Math.min(fastest.raw, nanosecondsPerUser(sides.raw))
    fastest.assign = Math.min(fastest.assign, nanosecondsPerUser(sides.assign))
  }
  return fastest
}

function nanosecondsPerUser(run: () => number): number {
  const start = process.hrtime.bigint()
  const treated = run()
  const elapsed = Number(process.hrtime.bigint() - start)
  if (Math.abs(treated / USERS - 0.5) > 0.01) throw new Error(`the split is off: ${treated} of ${USERS} in treatment`)
  return elapsed / USERS
}

function assignEveryone(): number {
  let treated = 0
  for (const userId of userIds) if (assign({ experiment, userId, attributes }).arm === 1) treated += 1
  return treated
}

/** The raw limit: two FNV-1a loops over UTF-16 units and one comparison, with no function between. */
function rawHashEveryone(): number {
  let treated = 0
  for (const userId of userIds) {
    let first = 0x811c9dc5
    for (let i = 0; i < SEED.length; i += 1) first = Math.imul(first ^ SEED.charCodeAt(i), 0x01000193)
    for (let i = 0; i < userId.length; i += 1) first = Math.imul(first ^ userId.charCodeAt(i), 0x01000193)
    const digits = String(first >>> 0)
    let second = 0x811c9dc5
    for (let i = 0; i < digits.length; i += 1) second = Math.imul(second ^ digits.charCodeAt(i), 0x01000193)
    if (((second >>> 0) % 10_000) / 10_000 >= 0.5) treated += 1
  }
  return treated
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
