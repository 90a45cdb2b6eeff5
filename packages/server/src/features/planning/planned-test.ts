import {
  answer,
  type Inference,
  noAnswer,
  powerEquivalence,
  powerFisher,
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
import { armAlpha } from './design-effect.ts'

export type TestName = 'z_test' | 'fisher_exact' | 'mann_whitney' | 'tost' | 'poisson_rate'

/** How one test is sized at the alpha of one comparison: users per arm in equal arms, and its power in any arms. */
export interface PlannedTest {
  readonly name: TestName
  size(): Inference<number>
  power(controlN: number, treatmentN: number): number
  /** Where it is known better than `power` has it. */
  powerInEqualArms?(n: number): number
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
  const rates = { baseline: plan.baseline_value, treatment: plannedValue(plan), alpha: armAlpha(plan) }
  return {
    name: 'z_test',
    size: () => sizeTwoProportions({ ...rates, power: plan.power }),
    power: (controlN, treatmentN) => powerTwoProportions({ ...rates, controlN, treatmentN }),
  }
}

// The exact power is a saw-tooth; by the split, users are those of the z test times what Fisher needs more in equal arms.
function fisherTest(plan: CalculationPlan): PlannedTest {
  const rates = { baseline: plan.baseline_value, treatment: plannedValue(plan), alpha: armAlpha(plan) }
  const zTest = rateTest(plan)
  const exactSize = once(() => sizeFisher({ ...rates, power: plan.power }))
  const growth = once(() => {
    const [exact, plain] = [exactSize(), zTest.size()]
    return exact.ok && plain.ok ? exact.value / plain.value : Number.NaN
  })
  return {
    name: 'fisher_exact',
    size: exactSize,
    power: (controlN, treatmentN) => zTest.power(controlN / growth(), treatmentN / growth()),
    powerInEqualArms(n) {
      if (n <= MOST_EXACT_FISHER) return powerFisher({ ...rates, controlN: Math.floor(n), treatmentN: Math.floor(n) })
      const needed = plainSizeFor(n, Math.abs(rates.treatment - rates.baseline))
      return zTest.power(needed, needed)
    },
  }
}

/** Up to here the exact power is computed; the sizes do the same. */
export const MOST_EXACT_FISHER = 500

// What the z test needs where Fisher's needs n: Casagrande, Pike and Smith's correction, solved for it.
function plainSizeFor(n: number, delta: number): number {
  return Math.max(0, n * delta - 1) ** 2 / (n * delta * delta)
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null
  return () => {
    known ??= { value: compute() }
    return known.value
  }
}

/** `spread` is given apart, so that CUPED can size with a smaller one. */
export function meanTest(plan: CalculationPlan, spread: number | null): PlannedTest {
  const means = { sigma: spread ?? Number.NaN, delta: absoluteEffect(plan), alpha: armAlpha(plan) }
  return {
    name: 'z_test',
    size: () => (spread === null ? noAnswer('out_of_range') : sizeTwoMeans({ ...means, power: plan.power })),
    power: (controlN, treatmentN) => powerTwoMeans({ ...means, controlN, treatmentN }),
  }
}

function rankTest(plan: CalculationPlan): PlannedTest {
  const means = { sigma: plan.std_dev ?? Number.NaN, delta: absoluteEffect(plan), alpha: armAlpha(plan) }
  return {
    name: 'mann_whitney',
    size: () => sizeMannWhitney({ ...means, power: plan.power }),
    power: (controlN, treatmentN) => powerMannWhitney({ ...means, controlN, treatmentN }),
  }
}

function equivalenceTest(plan: CalculationPlan): PlannedTest {
  const design = {
    sigma: plan.std_dev ?? Number.NaN,
    margin: absoluteMargin(plan) ?? Number.NaN,
    alpha: armAlpha(plan),
  }
  return {
    name: 'tost',
    size: () => sizeEquivalence({ ...design, power: plan.power }),
    power: (controlN, treatmentN) => powerEquivalence({ ...design, controlN, treatmentN }),
  }
}

// More variance than mean needs that many times more users.
function poissonTest(plan: CalculationPlan): PlannedTest {
  const rates = {
    rate: plan.baseline_value,
    rateRatio: plannedValue(plan) / plan.baseline_value,
    alpha: armAlpha(plan),
  }
  const exposurePerPerson = (plan.exposure_per_user ?? 1) / plan.dispersion
  return {
    name: 'poisson_rate',
    size() {
      const size = sizePoissonRate({ ...rates, power: plan.power, exposurePerPerson })
      return size.ok ? answer(size.value.persons) : size
    },
    power: (controlN, treatmentN) =>
      powerPoissonRate({
        ...rates,
        controlExposure: controlN * exposurePerPerson,
        treatmentExposure: treatmentN * exposurePerPerson,
      }),
  }
}
