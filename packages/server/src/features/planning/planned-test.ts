import {
  answer,
  type Inference,
  noAnswer,
  powerEquivalence,
  powerMannWhitney,
  powerPoissonRate,
  powerTwoMeans,
  powerTwoProportions,
  sizeEquivalence,
  sizeFisher,
  sizeMannWhitney,
  sizePoissonRate,
  sizeTwoMeans,
  sizeTwoProportions,
} from '@verdict/stats'
import type { CalculationPlan } from './calculation-schema.ts'

export type TestName = 'z_test' | 'fisher_exact' | 'mann_whitney' | 'tost' | 'poisson_rate'

/** How one test is sized: users per arm in equal arms, and its power in any arms. */
export interface PlannedTest {
  readonly name: TestName
  size(alpha: number): Inference<number>
  power(alpha: number, controlN: number, treatmentN: number): number
}

/** The test that a plan will run; counts have one of their own. */
export function plannedTest(plan: CalculationPlan): PlannedTest {
  if (plan.metric_type === 'count') return poissonTest(plan)
  if (plan.metric_type === 'binary') return plan.planned_test === 'fisher_exact' ? fisherTest(plan) : rateTest(plan)
  if (plan.planned_test === 'mann_whitney') return rankTest(plan)
  return plan.planned_test === 'tost' ? equivalenceTest(plan) : meanTest(plan, plan.std_dev)
}

/** The effect planned for, in the metric's own unit, without its sign. */
export function absoluteEffect(plan: Pick<CalculationPlan, 'baseline_value' | 'mde_pct'>): number {
  return (plan.baseline_value * plan.mde_pct) / 100
}

/** The rate or mean under treatment: the effect goes in the direction that is good. */
export function plannedValue(plan: CalculationPlan): number {
  return plan.baseline_value + (plan.direction === 'decrease' ? -1 : 1) * absoluteEffect(plan)
}

/** The margin of equivalence in the metric's own unit; null without one. */
export function absoluteMargin(plan: CalculationPlan): number | null {
  return plan.equivalence_margin_pct === null ? null : (plan.baseline_value * plan.equivalence_margin_pct) / 100
}

function rateTest(plan: CalculationPlan): PlannedTest {
  const rates = { baseline: plan.baseline_value, treatment: plannedValue(plan) }
  return {
    name: 'z_test',
    size: alpha => sizeTwoProportions({ ...rates, alpha, power: plan.power }),
    power: (alpha, controlN, treatmentN) => powerTwoProportions({ ...rates, alpha, controlN, treatmentN }),
  }
}

// The exact power is a saw-tooth; by the split, users are those of the z test times what Fisher needs more in equal arms.
function fisherTest(plan: CalculationPlan): PlannedTest {
  const rates = { baseline: plan.baseline_value, treatment: plannedValue(plan), power: plan.power }
  const zTest = rateTest(plan)
  const growths = new Map<number, number>()
  const growth = (alpha: number) => {
    const [exact, plain] = [sizeFisher({ ...rates, alpha }), zTest.size(alpha)]
    return exact.ok && plain.ok ? exact.value / plain.value : Number.NaN
  }
  return {
    name: 'fisher_exact',
    size: alpha => sizeFisher({ ...rates, alpha }),
    power(alpha, controlN, treatmentN) {
      const factor = growths.get(alpha) ?? growth(alpha)
      growths.set(alpha, factor)
      return zTest.power(alpha, controlN / factor, treatmentN / factor)
    },
  }
}

/** `spread` is given apart, so that CUPED can size with a smaller one. */
export function meanTest(plan: CalculationPlan, spread: number | null): PlannedTest {
  const means = { sigma: spread ?? Number.NaN, delta: absoluteEffect(plan) }
  return {
    name: 'z_test',
    size: alpha => (spread === null ? noAnswer('out_of_range') : sizeTwoMeans({ ...means, alpha, power: plan.power })),
    power: (alpha, controlN, treatmentN) => powerTwoMeans({ ...means, alpha, controlN, treatmentN }),
  }
}

function rankTest(plan: CalculationPlan): PlannedTest {
  const means = { sigma: plan.std_dev ?? Number.NaN, delta: absoluteEffect(plan) }
  return {
    name: 'mann_whitney',
    size: alpha => sizeMannWhitney({ ...means, alpha, power: plan.power }),
    power: (alpha, controlN, treatmentN) => powerMannWhitney({ ...means, alpha, controlN, treatmentN }),
  }
}

function equivalenceTest(plan: CalculationPlan): PlannedTest {
  const design = { sigma: plan.std_dev ?? Number.NaN, margin: absoluteMargin(plan) ?? Number.NaN }
  return {
    name: 'tost',
    size: alpha => sizeEquivalence({ ...design, alpha, power: plan.power }),
    power: (alpha, controlN, treatmentN) => powerEquivalence({ ...design, alpha, controlN, treatmentN }),
  }
}

// More variance than mean needs that many times more users.
function poissonTest(plan: CalculationPlan): PlannedTest {
  const rates = { rate: plan.baseline_value, rateRatio: plannedValue(plan) / plan.baseline_value }
  const exposurePerPerson = (plan.exposure_per_user ?? 1) / plan.dispersion
  return {
    name: 'poisson_rate',
    size(alpha) {
      const size = sizePoissonRate({ ...rates, alpha, power: plan.power, exposurePerPerson })
      return size.ok ? answer(size.value.persons) : size
    },
    power: (alpha, controlN, treatmentN) =>
      powerPoissonRate({
        ...rates,
        alpha,
        controlExposure: controlN * exposurePerPerson,
        treatmentExposure: treatmentN * exposurePerPerson,
      }),
  }
}
