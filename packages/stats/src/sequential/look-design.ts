import { isLevel } from '../level.ts'

/** When and how a group-sequential test looks. */
export interface LookDesign {
  /** share of the planned information at each look, rising, the last at most 1 */
  readonly times: readonly number[]
  /** total, of both sides where there are two */
  readonly alpha: number
  /** two: symmetric bounds ±z; one: an upper bound only */
  readonly sides: 1 | 2
}

/** Bounds of a group-sequential test. */
export interface SequentialBounds {
  /** z (|z| for two sides) needed at each look; Infinity where nothing can be spent yet */
  readonly z: readonly number[]
  /** probability, under no effect, of having crossed by each look */
  readonly spent: readonly number[]
}

/** Throws a RangeError where the design cannot be. */
export function checkLooks({ times, alpha }: LookDesign): void {
  const isRising = times.every((time, i) => time > (times[i - 1] ?? 0) && time <= 1)
  if (times.length === 0 || !isRising) throw new RangeError('times must rise between 0 and 1')
  if (!isLevel(alpha)) throw new RangeError('alpha must lie between 0 and 1')
}
