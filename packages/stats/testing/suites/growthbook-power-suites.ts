import peer from '../../fixtures/growthbook-power.json' with { type: 'json' }
import type { GrowthBookJudge, GrowthBookPlan } from '../../src/planning/growthbook-power.ts'
import {
  growthbookDetectableEffect,
  growthbookPower,
  growthbookScalingFactor,
} from '../../src/planning/growthbook-power.ts'
import { answered } from '../answered.ts'
import { nearCase } from '../oracle-cases.ts'
import type { OracleCase, OracleSuite } from '../oracle-suite.ts'

const FIXED: GrowthBookJudge = { kind: 'fixed' }
const SEQUENTIAL: GrowthBookJudge = { kind: 'sequential', tightestAt: 5000 }
const PRINTED = 6e-6
/** Its smallest effects come from a search that ends early. */
const SEARCHED = 2.5e-5

export const growthbookPowerSuites: readonly OracleSuite[] = [
  {
    name: 'growthbookPower, growthbookDetectableEffect',
    source: "GrowthBook's planner, printed to 5 decimals (growthbook-power.json)",
    tolerance: PRINTED,
    published: true,
    cases: () => [...meanCases(), ...weekCases()],
  },
  {
    name: 'growthbookScalingFactor',
    source: "GrowthBook's mid-experiment power, by its coarse bisection (growthbook-power.json)",
    tolerance: 5e-5,
    published: true,
    cases: midCases,
  },
]

function meanCases(): OracleCase[] {
  const { mean, sd_squared, relative_effect, n_total, n_variations, alpha, expected } = peer.mean_metric
  const plan = { mean, variance: sd_squared, personsPerArm: n_total / n_variations, alpha }
  return [
    ...planCases('means', { ...plan, judge: FIXED }, relative_effect, expected.power, expected.mde80),
    ...planCases(
      'means, sequential',
      { ...plan, judge: SEQUENTIAL },
      relative_effect,
      expected.power_sequential5000,
      expected.mde80_sequential5000,
    ),
  ]
}

function weekCases(): OracleCase[] {
  const { metrics, users_per_week, n_variations, alpha, frequentist, sequential5000 } = peer.nine_weeks
  const prior: GrowthBookJudge = { kind: 'bayesian', priorMean: 0.2, priorVariance: 0.3 }
  const tables = [
    { judge: FIXED, table: frequentist },
    { judge: SEQUENTIAL, table: sequential5000 },
    { judge: prior, table: peer.nine_weeks.bayesian_prior_mean02_var03 },
  ]
  return tables.flatMap(({ judge, table }) =>
    table.power.flatMap((power, i) => {
      const [week, metric] = [Math.floor(i / 2) + 1, metrics[i % 2]!]
      const mean = metric.rate ?? metric.mean!
      const variance = metric.sd_squared ?? mean * (1 - mean)
      const plan = { mean, variance, personsPerArm: (week * users_per_week) / n_variations, alpha, judge }
      return planCases(
        `${judge.kind}, week ${week}, ${metric.type}`,
        plan,
        metric.relative_effect,
        power,
        table.mde[i]!,
      )
    }),
  )
}

function planCases(name: string, plan: GrowthBookPlan, effect: number, power: number, mde: number): OracleCase[] {
  return [
    nearCase(`${name}: power`, growthbookPower(plan, effect), power, { scale: 1, tolerance: PRINTED }),
    nearCase(`${name}: effect`, answered(growthbookDetectableEffect(plan, 0.8)), mde, {
      scale: 1,
      tolerance: SEARCHED,
    }),
  ]
}

function midCases(): OracleCase[] {
  const { target_mde, target_power, alpha, relative_se_squared, pairwise_n, expected_scaling_factor } =
    peer.mid_experiment
  const factor = (judge: GrowthBookJudge) =>
    answered(
      growthbookScalingFactor({
        effect: target_mde,
        standardError: Math.sqrt(relative_se_squared),
        persons: pairwise_n,
        alpha,
        power: target_power,
        judge,
      }),
    )
  const prior: GrowthBookJudge = { kind: 'bayesian', priorMean: 0.05, priorVariance: 0.001 }
  const { frequentist, sequential5000, bayesian_prior_mean005_var0001 } = expected_scaling_factor
  return [
    { label: 'fixed', actual: factor(FIXED), expected: frequentist },
    { label: 'sequential', actual: factor(SEQUENTIAL), expected: sequential5000 },
    { label: 'bayesian', actual: factor(prior), expected: bayesian_prior_mean005_var0001 },
  ]
}
