import { mixedSampleRatioTest, sampleRatioTest } from '@verdict/stats'
import type { Speech } from '../../http/speech.ts'
import { round } from '../../http/wire-numbers.ts'
import { SRM_ALPHA } from '../planning/sample-ratio.ts'
import type { LiveStats } from './live-stats-schema.ts'

/** What the split says of the counts, unrounded. */
export interface SrmFinding {
  readonly observed: readonly number[]
  readonly test: ReturnType<typeof sampleRatioTest>
  readonly isSrm: boolean
  /** Holds at every read, however often the counts are looked at. */
  readonly sequential: ReturnType<typeof mixedSampleRatioTest>
}

/** Pearson's chi-square of the arm counts against the split, and the test that may be read every day. */
export function findSrm(observed: readonly number[], split: readonly number[]): SrmFinding {
  const test = sampleRatioTest(observed, split)
  const sequential = mixedSampleRatioTest(observed, split)
  return { observed, test, isSrm: test.ok && test.value.pValue < SRM_ALPHA, sequential }
}

/** `causes` are told of a split that was found wrong, by the one test or the other. */
export function srmBlock(
  { observed, test, isSrm, sequential }: SrmFinding,
  causes: () => LiveStats['srm']['causes'],
  { words }: Speech,
): LiveStats['srm'] {
  const isFound = isSrm || (sequential.ok && sequential.value.pValue < SRM_ALPHA)
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
    sequential: test.ok && sequential.ok ? sequentialFields(sequential.value) : NO_SEQUENTIAL,
    causes: isFound ? causes() : [],
  }
}

const NO_SEQUENTIAL = { status: 'insufficient_data', p_value: null, p_value_log10: null, is_srm: null }

function sequentialFields({ pValue, pValueLog10 }: { readonly pValue: number; readonly pValueLog10: number }) {
  const isSrm = pValue < SRM_ALPHA
  return {
    status: isSrm ? 'srm_detected' : 'ok',
    p_value: round(pValue, 6),
    p_value_log10: round(pValueLog10, 6),
    is_srm: isSrm,
  }
}
