import type { SurvivalArm } from './survival-arm.ts'

/** For every distinct event time of all arms together: who was at risk just before, and who had the event. */
export interface RiskTable {
  readonly times: Float64Array
  /** one column an arm */
  readonly atRisk: readonly Float64Array[]
  readonly events: readonly Float64Array[]
}

/** The table in O(n log n): two sorts an arm and one pass. Censored at an event's time counts as at risk. */
export function riskTable(arms: readonly SurvivalArm[]): RiskTable {
  const all = arms.map(arm => Float64Array.from(arm.durations).sort())
  const seen = arms.map(arm =>
    Float64Array.from(arm.durations)
      .filter((_, i) => arm.events[i]!)
      .sort(),
  )
  const times = distinct(seen)
  return {
    times,
    atRisk: all.map(durations => countAtRisk(durations, times)),
    events: seen.map(durations => countEqual(durations, times)),
  }
}

function distinct(sorted: readonly Float64Array[]): Float64Array {
  const pooled = new Float64Array(sorted.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of sorted) {
    pooled.set(part, at)
    at += part.length
  }
  return pooled.sort().filter((time, i, list) => i === 0 || time !== list[i - 1])
}

function countAtRisk(durations: Float64Array, times: Float64Array): Float64Array {
  let gone = 0
  return times.map(time => {
    while (gone < durations.length && durations[gone]! < time) gone += 1
    return durations.length - gone
  })
}

function countEqual(durations: Float64Array, times: Float64Array): Float64Array {
  let at = 0
  return times.map(time => {
    const from = at
    while (at < durations.length && durations[at]! === time) at += 1
    return at - from
  })
}
