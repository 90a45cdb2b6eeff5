import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import enumerated from '../../fixtures/resampling.json' with { type: 'json' }
import { bootstrapTest } from '../../src/resampling/bootstrap.ts'
import { quantileEffect } from '../../src/resampling/quantile-effect.ts'
import { answered } from '../answered.ts'
import type { OracleSuite } from '../oracle-suite.ts'

const SOURCE = 'complete enumeration (resampling.json)'
const options = () => ({ alpha: 0.05, draws: 10_000, random: xoroshiro128plus(1) })

export const resamplingSuites: readonly OracleSuite[] = [
  {
    name: 'bootstrapTest',
    source: SOURCE,
    tolerance: 1e-14,
    cases: () =>
      enumerated.permutations.map(({ control, treatment, mean }, i) => ({
        label: `case ${i}`,
        actual: answered(bootstrapTest(control, treatment, { ...options(), interval: 'percentile' })).pValue,
        expected: mean,
      })),
  },
  {
    name: 'quantileEffect',
    source: SOURCE,
    tolerance: 1e-14,
    cases: () =>
      enumerated.permutations.flatMap(({ control, treatment, median, upperDecile }, i) =>
        [
          { share: 0.5, expected: median },
          { share: 0.9, expected: upperDecile },
        ].map(({ share, expected }) => ({
          label: `case ${i}, ${share}`,
          actual: answered(quantileEffect(control, treatment, { ...options(), share })).pValue,
          expected,
        })),
      ),
  },
]
