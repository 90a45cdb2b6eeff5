import { answer, type Inference, noAnswer, sizeForSplit } from '@verdict/stats'
import type { CalculationPlan } from './calculation-schema.ts'
import { armAlpha, designEffect } from './design-effect.ts'
import { allocatedTraffic, durationDays } from './duration.ts'
import { type PlannedTest, plannedTest, type TestName } from './planned-test.ts'

/** The sizes of a plan, unrounded where the wire rounds. */
export interface Calculation {
  /** Users per arm in equal arms, before the design effect. */
  readonly unclusteredSize: number
  readonly sizePerVariant: number
  readonly testName: TestName
  readonly days: number
  readonly split: { readonly sizes: readonly number[]; readonly total: number; readonly days: number }
}

const LARGEST = Number.MAX_SAFE_INTEGER

/** Sizes a plan by its test; a reason when no finite size does. */
export function calculate(plan: CalculationPlan): Inference<Calculation> {
  // A test that rejects more often by chance than it is asked to find an effect needs nobody.
  if (plan.power <= armAlpha(plan) / 2) return noAnswer('out_of_range')
  const test = plannedTest(plan)
  const size = test.size()
  if (!size.ok) return size
  const sizePerVariant = Math.max(1, Math.ceil(size.value * designEffect(plan)))
  if (!Number.isFinite(sizePerVariant) || sizePerVariant * plan.variants_count > LARGEST) return noAnswer('not_finite')
  const days = durationDays(plan, sizePerVariant)
  if (days > LARGEST) return noAnswer('not_finite')
  const split = splitSizes(plan, test, sizePerVariant)
  if (!(split.total <= LARGEST) || !(split.days <= LARGEST)) return noAnswer('not_finite')
  return answer({ unclusteredSize: size.value, sizePerVariant, testName: test.name, days, split })
}

function splitSizes(plan: CalculationPlan, test: PlannedTest, sizePerVariant: number): Calculation['split'] {
  const effect = designEffect(plan)
  const { sizes, total } = sizeForSplit({
    split: plan.traffic_split,
    powerAt: (controlN, treatmentN) => test.power(controlN / effect, treatmentN / effect),
    power: plan.power,
    startTotal: sizePerVariant * plan.variants_count,
  })
  return { sizes, total, days: Math.ceil(total / allocatedTraffic(plan)) }
}
