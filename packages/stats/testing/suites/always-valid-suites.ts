import oracle from '../../fixtures/always-valid.json' with { type: 'json' }
import type { ConfidenceSequenceInput } from '../../src/sequential/confidence-sequence.ts'
import { confidenceSequence } from '../../src/sequential/confidence-sequence.ts'
import { sequentialSampleRatioTest } from '../../src/sequential/sequential-srm.ts'
import { answered } from '../answered.ts'
import { nearCase } from '../oracle-cases.ts'
import type { OracleSuite } from '../oracle-suite.ts'

export const alwaysValidSuites: readonly OracleSuite[] = [
  {
    name: 'confidenceSequence',
    source: 'mpmath (always-valid.json)',
    tolerance: 1e-12,
    cases: () =>
      oracle.sequences.flatMap(row => {
        const ours = answered(confidenceSequence({ ...row, side: row.side as ConfidenceSequenceInput['side'] }))
        const label = `${row.effect} ± ${row.standardError}, n ${row.n}, alpha ${row.alpha}, ${row.side}`
        const radius = row.side === 'upper' ? ours.upper - row.effect : row.effect - ours.lower
        const scale = Math.abs(row.effect) + row.radius
        return [
          nearCase(`${label}: radius`, radius, row.radius, { scale, tolerance: 1e-14 }),
          nearCase(`${label}: log p`, ours.pValueLog10, row.pLog10, { scale: 1, tolerance: 1e-13 }),
        ]
      }),
  },
  {
    name: 'confidenceSequence',
    source: "GrowthBook's engine, printed to 5 decimals or more (always-valid.json)",
    tolerance: 2e-5,
    published: true,
    cases: () =>
      oracle.peer.flatMap(({ name, side, lower, upper, p, ...row }) => {
        const input = { ...row, alpha: 0.05, side: side as ConfidenceSequenceInput['side'] }
        const ours = answered(confidenceSequence(input))
        return [
          ...(lower === null ? [] : [{ label: `${name}: lower`, actual: ours.lower, expected: lower }]),
          ...(upper === null ? [] : [{ label: `${name}: upper`, actual: ours.upper, expected: upper }]),
          ...(p === null ? [] : [nearCase(`${name}: p`, ours.pValue, p, { scale: 1, tolerance: 5e-6 })]),
        ]
      }),
  },
  {
    name: 'sequentialSampleRatioTest',
    source: 'mpmath (always-valid.json)',
    tolerance: 1e-11,
    cases: () =>
      oracle.srm.map(({ observed, weights, concentration, logE }) => {
        const ours = answered(sequentialSampleRatioTest(observed, weights, concentration))
        const label = `${observed.length} arms, ${observed.slice(0, 3)}, concentration ${concentration}`
        return nearCase(label, ours.logEValue, logE, { scale: 1, tolerance: 1e-12 })
      }),
  },
]
