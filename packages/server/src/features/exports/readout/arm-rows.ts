import type { LiveStats } from '../../readout/live-stats-schema.ts'

type ArmStat = LiveStats['comparisons'][number]['control']

/** An arm with the persons that the split foresees for it. */
export interface ArmRow extends ArmStat {
  readonly expected: number | null
}

/** Control first. */
export function armRows({ comparisons, srm }: LiveStats): readonly ArmRow[] {
  const [first] = comparisons
  if (first === undefined) return []
  const arms = [first.control, ...comparisons.map(({ treatment }) => treatment)]
  return arms.map(arm => ({ ...arm, expected: srm.expected_counts[arm.variation_index] ?? null }))
}
