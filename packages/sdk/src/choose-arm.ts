import type { BucketRange } from './bucket-ranges.ts'

/** The index of the first range with start ≤ unit < end, or −1 when the unit lies in none. */
export function chooseArm(unit: number, ranges: readonly BucketRange[]): number {
  for (let arm = 0; arm < ranges.length; arm += 1) {
    const range = ranges[arm]!
    if (unit >= range[0] && unit < range[1]) return arm
  }
  return -1
}
