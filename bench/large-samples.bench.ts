import { bootstrapTest, mannWhitneyTest, quantileEffect, trimmedTest, wilcoxonTest } from '@verdict/stats'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { answered } from './answered.ts'
import { median } from './median.ts'
import { sampleValues } from './sample-values.ts'
import { millisecondsOf, rounded } from './two-sides.ts'

// What the tests of raw values take at 100,000 + 100,000 of them. Milliseconds only: no textbook side reaches this size.
const PERSONS = 100_000
const DRAWS = 2000
const REPETITIONS = 3
const [control, treatment] = [sampleValues(PERSONS, 21, 1), sampleValues(PERSONS, 22, 1.003)]
const resampling = () => ({ alpha: 0.05, draws: DRAWS, random: xoroshiro128plus(5) })

const METHODS: Readonly<Record<string, () => unknown>> = {
  'mann-whitney': () => answered(mannWhitneyTest(control, treatment, 0.05)),
  'trimmed-t': () => answered(trimmedTest(control, treatment, { trim: 0.1, alpha: 0.05 })),
  wilcoxon: () => answered(wilcoxonTest(control, treatment, 0.05)),
  bootstrap: () => answered(bootstrapTest(control, treatment, { ...resampling(), interval: 'percentile' })),
  quantile: () => answered(quantileEffect(control, treatment, { ...resampling(), share: 0.9 })),
}

for (const [method, work] of Object.entries(METHODS)) {
  const first = millisecondsOf(work, 1)
  const times = Array.from({ length: REPETITIONS }, () => millisecondsOf(work, 1))
  const figures = { first_ms: rounded(first), verdict_ms: rounded(median(times)) }
  const size = { control: PERSONS, treatment: PERSONS, ...(/bootstrap|quantile/.test(method) ? { draws: DRAWS } : {}) }
  console.log(JSON.stringify({ bench: 'large-samples', method, ...size, repetitions: REPETITIONS, ...figures }))
}
