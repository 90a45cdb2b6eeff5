import { quantileEffect } from '@verdict/stats'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { answered } from './answered.ts'
import { textbookQuantileEffect } from './raw/textbook-quantile-effect.ts'
import { resamplingGap } from './resampling-gap.ts'
import { sampleValues } from './sample-values.ts'
import { compareTwoSides } from './two-sides.ts'

// The effect on the 0.9 quantile with its bootstrap interval and permutation test.
const DRAWS = 2000
const CHECKED_DRAWS = 40_000
const SHARE = 0.9
const [control, treatment] = [sampleValues(1000, 11, 1), sampleValues(1000, 12, 1.03)]

const verdict = (draws: number) =>
  answered(quantileEffect(control, treatment, { alpha: 0.05, draws, random: xoroshiro128plus(5), share: SHARE }))
const textbook = (draws: number) =>
  textbookQuantileEffect(control, treatment, { alpha: 0.05, draws, share: SHARE, seed: 5 })

compareTwoSides({
  bench: 'quantile',
  size: { control: control.length, treatment: treatment.length, draws: DRAWS, share: SHARE },
  verdict: () => verdict(DRAWS),
  textbook: () => textbook(DRAWS),
  gap: () => resamplingGap(verdict(CHECKED_DRAWS), textbook(CHECKED_DRAWS)),
  within: 0.08,
  unit: `standard errors, p a quarter of that, at ${CHECKED_DRAWS} draws`,
  earlierMs: 1258,
  bar: 'earlierFactor >= 20',
})
