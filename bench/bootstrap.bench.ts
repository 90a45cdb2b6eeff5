import { bootstrapTest } from '@verdict/stats'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { answered } from './answered.ts'
import { textbookBootstrap } from './raw/textbook-bootstrap.ts'
import { resamplingGap } from './resampling-gap.ts'
import { sampleValues } from './sample-values.ts'
import { compareTwoSides } from './two-sides.ts'

// The percentile bootstrap of a difference of means with its permutation test.
const DRAWS = 2000
const CHECKED_DRAWS = 40_000
const [control, treatment] = [sampleValues(1000, 11, 1), sampleValues(1000, 12, 1.03)]

const verdict = (draws: number) => {
  const options = { alpha: 0.05, draws, random: xoroshiro128plus(5), interval: 'percentile' } as const
  return answered(bootstrapTest(control, treatment, options))
}
const textbook = (draws: number) => textbookBootstrap(control, treatment, { alpha: 0.05, draws, seed: 5 })

compareTwoSides({
  bench: 'bootstrap',
  size: { control: control.length, treatment: treatment.length, draws: DRAWS },
  verdict: () => verdict(DRAWS),
  textbook: () => textbook(DRAWS),
  gap: () => resamplingGap(verdict(CHECKED_DRAWS), textbook(CHECKED_DRAWS)),
  within: 0.08,
  unit: `standard errors, p a quarter of that, at ${CHECKED_DRAWS} draws`,
  earlierMs: 490,
  bar: 'earlierFactor >= 20',
})
