import type { InsidePaths } from './brownian-paths.ts'
import { ALL_PATHS, massAbove, passLook } from './brownian-paths.ts'

/** One reading of a running test: what z means for the decision. */
export interface DecisionRead {
  /** share of the planned information, rising from read to read */
  readonly time: number
  /** z from which on it ships; Infinity where it never does */
  readonly shipFrom: number
  /** z at which it goes on: disjoint intervals, rising; everything else below `shipFrom` ends without shipping */
  readonly goOn: readonly (readonly [number, number])[]
}

/** Chances that a decision rule ends so, and when. */
export interface DecisionCharacteristics {
  readonly ship: number
  readonly noShip: number
  readonly keepRunning: number
  /** mean share of the planned information at the first verdict, or at the last read */
  readonly expectedTime: number
}

/**
 * Operating characteristics of a decision rule that is read at these times, z having mean drift sqrt(t): by recursive
 * integration over the z that go on (Armitage, McPherson & Rowe 1969), about 1e-9. The first verdict counts.
 * Throws a RangeError for no reads or times that do not rise from above 0.
 */
export function decisionCharacteristics(reads: readonly DecisionRead[], drift: number): DecisionCharacteristics {
  const isRising = reads.every(({ time }, i) => time > (reads[i - 1]?.time ?? 0))
  if (reads.length === 0 || !isRising) throw new RangeError('times must rise from above 0')
  let paths = ALL_PATHS
  let [ship, expectedTime, before] = [0, 0, 1]
  reads.forEach((read, i) => {
    ship += massAbove(paths, read.time, read.shipFrom * Math.sqrt(read.time), drift)
    paths = goOn(paths, read, drift, reads[i + 1]?.time ?? read.time)
    const after = Math.min(before, massOf(paths))
    expectedTime += read.time * (before - after)
    before = after
  })
  const last = reads.at(-1)!.time
  return {
    ship,
    noShip: Math.max(0, 1 - ship - before),
    keepRunning: before,
    expectedTime: expectedTime + last * before,
  }
}

function goOn(paths: InsidePaths, { time, goOn: intervals }: DecisionRead, drift: number, next: number): InsidePaths {
  const scale = Math.sqrt(time)
  const parts = intervals.map(([lower, upper]) =>
    passLook(paths, { time, lower: lower * scale, upper: upper * scale, drift }, next),
  )
  return {
    time,
    points: Float64Array.from(parts.flatMap(part => Array.from(part.points))),
    masses: Float64Array.from(parts.flatMap(part => Array.from(part.masses))),
  }
}

function massOf({ masses }: InsidePaths): number {
  return masses.reduce((sum, mass) => sum + mass, 0)
}
