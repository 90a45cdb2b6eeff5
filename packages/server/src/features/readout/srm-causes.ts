import { sampleRatioTest } from '@verdict/stats'
import type { Readout, ReadoutCell } from '../../event-store/event-store.ts'
import { round } from '../../http/wire-numbers.ts'
import { SRM_ALPHA } from '../planning/sample-ratio.ts'
import type { LiveStats } from './live-stats-schema.ts'
import { dateOf } from './timeseries.ts'

type Cause = LiveStats['srm']['causes'][number]

/** A cause with the decimal logarithm of how unlikely it is by chance: the smallest comes first. */
interface Suspect extends Cause {
  readonly pValueLog10: number
}

/** What the split was, and is. */
export interface SplitChange {
  readonly atStart: readonly number[]
  readonly now: readonly number[]
}

/** Nothing of chance about it. */
const CERTAIN = Number.NEGATIVE_INFINITY

/** Where a split that is not the planned one may come from, the likeliest first; for a split that was found wrong. */
export function srmCauses(readout: Readout, split: readonly number[], change: SplitChange | null): readonly Cause[] {
  const suspects = [
    ...changedSplit(change),
    ...emptyArms(readout, split),
    ...lateArms(readout, split),
    ...unevenFilters(readout, split),
    ...mergedArms(readout),
    ...unevenPart(
      'one_day',
      byKey(readout.cells, cell => dateOf(cell.exposureDay)),
      split,
    ),
    ...unevenPart(
      'one_stratum',
      byKey(readout.cells, cell => cell.stratum),
      split,
    ),
  ]
  return suspects.sort((a, b) => a.pValueLog10 - b.pValueLog10).map(({ code, evidence }) => ({ code, evidence }))
}

function changedSplit(change: SplitChange | null): readonly Suspect[] {
  if (change === null || isSameSplit(change)) return []
  const { atStart, now } = change
  return [{ code: 'split_changed', evidence: { at_start: atStart, now }, pValueLog10: CERTAIN }]
}

/** 50:50 and 1:1 are one split. */
function isSameSplit({ atStart, now }: SplitChange): boolean {
  const shares = (split: readonly number[]) => split.map(part => part / split.reduce((sum, each) => sum + each, 0))
  const [before, after] = [shares(atStart), shares(now)]
  return before.length === after.length && before.every((share, arm) => Math.abs(share - after[arm]!) < 1e-9)
}

function emptyArms({ cells }: Readout, split: readonly number[]): readonly Suspect[] {
  const counts = countsOf(cells, split.length)
  const empty = counts.flatMap((count, arm) => (count === 0 && split[arm]! > 0 ? [arm] : []))
  return empty.length === 0 ? [] : [{ code: 'arm_without_persons', evidence: { arms: empty }, pValueLog10: CERTAIN }]
}

/** An arm that began later, or ended earlier, than another by a day or more. */
function lateArms({ cells }: Readout, split: readonly number[]): readonly Suspect[] {
  const spans = split.map((_, arm) => cells.filter(cell => cell.arm === arm).map(cell => cell.exposureDay))
  if (spans.some(days => days.length === 0)) return []
  const [first, last] = [spans.map(days => Math.min(...days)), spans.map(days => Math.max(...days))]
  if (new Set(first).size === 1 && new Set(last).size === 1) return []
  const shared = cells.filter(
    ({ exposureDay }) => exposureDay >= Math.max(...first) && exposureDay <= Math.min(...last),
  )
  const rest = sampleRatioTest(countsOf(shared, split.length), split)
  // The days that all arms share hold the planned shares: the others explain it.
  if (rest.ok && rest.value.pValue < SRM_ALPHA) return []
  const evidence = { first_days: first.map(dateOf), last_days: last.map(dateOf) }
  return [{ code: 'arms_ran_on_different_days', evidence, pValueLog10: -6 }]
}

/** A filter that takes more from one arm than from another. */
function unevenFilters({ cells, population }: Readout, split: readonly number[]): readonly Suspect[] {
  const counted = countsOf(cells, split.length)
  const filters = [
    ['manual', population.manuallyExcludedByArm],
    ['rate_spike', population.rateSpikeExcludedByArm],
  ] as const
  return filters.flatMap(([reason, byArm]) => {
    const before = counted.map((count, arm) => count + byArm[arm]!)
    const isJudged = byArm.some(count => count > 0) && before.every(count => count > 0)
    const test = isJudged ? sampleRatioTest(byArm, before) : null
    if (!test?.ok || test.value.pValue >= SRM_ALPHA) return []
    const evidence = { reason, by_arm: byArm, p_value_log10: round(test.value.pValueLog10, 6) }
    return [{ code: 'uneven_filter', evidence, pValueLog10: test.value.pValueLog10 }]
  })
}

/** Persons who were seen in several arms before their ids were linked count in the first: an arm may lose more of them. */
function mergedArms({ population }: Readout): readonly Suspect[] {
  const { severalArms, treatedAndHeldOut } = population.conflicts
  const share = (severalArms + treatedAndHeldOut) / Math.max(1, population.treatedUsers)
  if (share < 0.001) return []
  const evidence = { several_arms: severalArms, treated_and_held_out: treatedAndHeldOut }
  return [{ code: 'persons_in_several_arms', evidence, pValueLog10: -1 }]
}

/** One part alone that does not hold the split, while all others together do. */
function unevenPart(
  code: string,
  parts: ReadonlyMap<string, readonly ReadoutCell[]>,
  split: readonly number[],
): readonly Suspect[] {
  if (parts.size < 2) return []
  const tested = [...parts].flatMap(([part, cells]) => {
    const counts = countsOf(cells, split.length)
    const test = sampleRatioTest(counts, split)
    return test.ok ? [{ part, counts, pValueLog10: test.value.pValueLog10 }] : []
  })
  const worst = tested.reduce((least, next) => (next.pValueLog10 < least.pValueLog10 ? next : least))
  // As many parts as there are have had the chance.
  const pValueLog10 = worst.pValueLog10 + Math.log10(tested.length)
  const others = [...parts].flatMap(([part, cells]) => (part === worst.part ? [] : cells))
  const rest = sampleRatioTest(countsOf(others, split.length), split)
  if (pValueLog10 >= Math.log10(SRM_ALPHA) || !rest.ok || rest.value.pValue < SRM_ALPHA) return []
  const evidence = {
    [code === 'one_day' ? 'date' : 'stratum']: worst.part,
    observed_counts: worst.counts,
    p_value_log10: round(pValueLog10, 6),
    p_value_without: round(rest.value.pValue, 6),
  }
  return [{ code, evidence, pValueLog10 }]
}

function byKey(
  cells: readonly ReadoutCell[],
  keyOf: (cell: ReadoutCell) => string | null,
): ReadonlyMap<string, readonly ReadoutCell[]> {
  const groups = new Map<string, ReadoutCell[]>()
  for (const cell of cells) {
    const key = keyOf(cell)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [cell])
    else group.push(cell)
  }
  return groups
}

function countsOf(cells: readonly ReadoutCell[], arms: number): readonly number[] {
  const counts = Array.from({ length: arms }, () => 0)
  for (const { arm, metrics } of cells) counts[arm]! += metrics[0]!.outcome.n
  return counts
}
