import {
  barnardTest,
  bootstrapTest,
  boschlooTest,
  type EffectTest,
  type ExactProportionTest,
  equivalenceTest,
  fisherTest,
  type Inference,
  type Moments,
  mannWhitneyTest,
  momentsOf,
  poissonRateTest,
  pooledZTest,
  quantileEffect,
  trimmedTest,
  welchTest,
} from '@verdict/stats'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { ParsedOf } from '../../http/schema.ts'
import type { OnProgress } from '../../jobs/computation.ts'
import type { ResultsRequest } from './results-schema.ts'
import { normalPower, type TwoArmAnalysis } from './two-arm-analysis.ts'

type Body = ParsedOf<typeof ResultsRequest>
type Binary = NonNullable<Body['binary']>
type Continuous = NonNullable<Body['continuous']>
type Ranked = NonNullable<Body['ranked']>
type Count = NonNullable<Body['count']>

const SEED = 20_240_629

/** The exact tests of two rates, and the z test. */
export function analyzeBinary(metricType: string, block: Binary): Inference<TwoArmAnalysis> {
  const control = { successes: block.control_conversions, n: block.control_users }
  const treatment = { successes: block.treatment_conversions, n: block.treatment_users }
  const rates = ratesOf(block)
  if (metricType === 'binary') {
    return onWire(pooledZTest(control, treatment, block.alpha), 100, {
      base: rates.control,
      decimals: 4,
      rates,
      size: null,
    })
  }
  const test = EXACT_TESTS[metricType]!(control, treatment, block.alpha)
  if (!test.ok) return test
  const { oddsRatio, oddsRatioLower: lower, oddsRatioUpper: upper } = test.value
  const statistic = Number.isFinite(oddsRatio) ? oddsRatio : smoothedOddsRatio(block)
  const size = { value: oddsRatio, label: 'odds_ratio', lower, upper } as const
  const value = { ...test.value, statistic }
  return onWire({ ok: true, value }, 100, { base: rates.control, decimals: 4, rates, size })
}

export function ratesOf(block: Binary): { readonly control: number; readonly treatment: number } {
  return {
    control: (100 * block.control_conversions) / block.control_users,
    treatment: (100 * block.treatment_conversions) / block.treatment_users,
  }
}

const EXACT_TESTS: Readonly<
  Record<
    string,
    (
      a: { successes: number; n: number },
      b: { successes: number; n: number },
      alpha: number,
    ) => Inference<ExactProportionTest>
  >
> = { fisher_exact: fisherTest, boschloo_exact: boschlooTest, barnard_exact: barnardTest }

// An empty cell makes the ratio 0/0 or infinite; the wire wants a number, so half a person is added to each cell.
function smoothedOddsRatio(block: Binary): number {
  const { control_conversions: a, control_users: n, treatment_conversions: c, treatment_users: m } = block
  return ((c + 0.5) * (n - a + 0.5)) / ((m - c + 0.5) * (a + 0.5))
}

export function analyzeContinuous(metricType: string, block: Continuous): Inference<TwoArmAnalysis> {
  const control = momentsFrom(block.control_mean, block.control_std, block.control_n)
  const treatment = momentsFrom(block.treatment_mean, block.treatment_std, block.treatment_n)
  const rest = { base: control.mean, decimals: 4, rates: null } as const
  if (metricType === 'continuous') return onWire(welchTest(control, treatment, block.alpha), 1, { ...rest, size: null })
  const test = equivalenceTest(control, treatment, block.equivalence_margin!, block.alpha)
  if (!test.ok) return test
  return onWire(test, 1, { ...rest, size: { value: test.value.cohensD, label: 'cohens_d', lower: null, upper: null } })
}

export function analyzeRanked(metricType: string, block: Ranked, progress: OnProgress): Inference<TwoArmAnalysis> {
  const { control_values: control, treatment_values: treatment, alpha } = block
  const rest = { base: momentsOf(control).mean, decimals: 4, rates: null } as const
  if (metricType === 'trimmed_t')
    return onWire(trimmedTest(control, treatment, { trim: block.trim, alpha }), 1, { ...rest, size: null })
  if (metricType === 'mann_whitney') {
    const test = mannWhitneyTest(control, treatment, alpha)
    if (!test.ok) return test
    const size = { value: test.value.rankBiserial, label: 'rank_biserial', lower: null, upper: null } as const
    return onWire(test, 1, { ...rest, size })
  }
  return metricType === 'bootstrap' ? analyzeBootstrap(block, progress) : analyzeQuantile(block, progress)
}

function analyzeBootstrap(block: Ranked, progress: OnProgress): Inference<TwoArmAnalysis> {
  const { control_values: control, treatment_values: treatment, alpha, draws, interval } = block
  const options = { alpha, draws, random: xoroshiro128plus(SEED), interval, progress }
  const test = bootstrapTest(control, treatment, options)
  if (!test.ok) return test
  const { statistic, pValue, cohensD } = test.value
  const value = { ...test.value, pValueLog10: Math.log10(pValue), power: normalPower(statistic, alpha) }
  const size = { value: cohensD, label: 'cohens_d', lower: null, upper: null } as const
  return onWire({ ok: true, value }, 1, { base: momentsOf(control).mean, decimals: 4, rates: null, size })
}

function analyzeQuantile(block: Ranked, progress: OnProgress): Inference<TwoArmAnalysis> {
  const { control_values: control, treatment_values: treatment, alpha, draws, quantile: share } = block
  const options = { alpha, draws, random: xoroshiro128plus(SEED), share, progress }
  const test = quantileEffect(control, treatment, options)
  if (!test.ok) return test
  const { statistic, pValue, controlQuantile } = test.value
  const value = { ...test.value, pValueLog10: Math.log10(pValue), power: normalPower(statistic, alpha) }
  return onWire({ ok: true, value }, 1, { base: controlQuantile, decimals: 4, rates: null, size: null })
}

export function analyzeCount(block: Count): Inference<TwoArmAnalysis> {
  const control = { events: block.control_events, exposure: block.control_exposure }
  const treatment = { events: block.treatment_events, exposure: block.treatment_exposure }
  const test = poissonRateTest(control, treatment, block.alpha)
  if (!test.ok) return test
  const { rateRatio, rateRatioLower: lower, rateRatioUpper: upper } = test.value
  const statistic = Number.isFinite(rateRatio) ? rateRatio : 0
  const size = { value: rateRatio, label: 'rate_ratio', lower, upper } as const
  const base = control.events / control.exposure
  return onWire({ ok: true, value: { ...test.value, statistic } }, 1, { base, decimals: 6, rates: null, size })
}

type Shown = Pick<EffectTest, 'effect' | 'lower' | 'upper' | 'level' | 'pValue' | 'pValueLog10' | 'statistic' | 'power'>
type Rest = Pick<TwoArmAnalysis, 'base' | 'decimals' | 'rates' | 'size'>

function onWire(test: Inference<Shown>, scale: number, rest: Rest): Inference<TwoArmAnalysis> {
  if (!test.ok) return test
  const { effect, lower, upper, level, pValue, pValueLog10, statistic, power } = test.value
  const shown = { effect: effect * scale, lower: lower * scale, upper: upper * scale, level, pValue, pValueLog10 }
  const finite = Number.isFinite(statistic) ? { statistic, power } : { statistic: 0, power: 0 }
  return { ok: true, value: { ...shown, ...finite, ...rest } }
}

function momentsFrom(mean: number, std: number, n: number): Moments {
  return { n, mean, m2: std * std * (n - 1) }
}
