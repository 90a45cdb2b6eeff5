import { sampleRatioTest } from '@verdict/stats'
import type { Speech } from '../../http/speech.ts'
import { round } from '../../http/wire-numbers.ts'
import { SRM_ALPHA } from '../planning/sample-ratio.ts'
import type { LiveStats } from './live-stats-schema.ts'

/** What the split says of the counts, unrounded. */
export interface SrmFinding {
  readonly observed: readonly number[]
  readonly test: ReturnType<typeof sampleRatioTest>
  readonly isSrm: boolean
}

/** Pearson's chi-square of the arm counts against the split. */
export function findSrm(observed: readonly number[], split: readonly number[]): SrmFinding {
  const test = sampleRatioTest(observed, split)
  return { observed, test, isSrm: test.ok && test.value.pValue < SRM_ALPHA }
}

export function srmBlock({ observed, test, isSrm }: SrmFinding, { words }: Speech): LiveStats['srm'] {
  const status = test.ok ? (isSrm ? 'srm_detected' : 'ok') : 'insufficient_data'
  return {
    status,
    chi_square: test.ok ? round(test.value.chiSquare, 4) : null,
    p_value: test.ok ? round(test.value.pValue, 6) : null,
    p_value_log10: test.ok ? round(test.value.pValueLog10, 6) : null,
    is_srm: isSrm,
    observed_counts: [...observed],
    expected_counts: test.ok ? test.value.expected.map(count => round(count, 4)) : [],
    verdict: words.readout.srm[status],
    sequential: { status: 'unavailable', p_value: null, p_value_log10: null, is_srm: null },
    causes: [],
  }
}
