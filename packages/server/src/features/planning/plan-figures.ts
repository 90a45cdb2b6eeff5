import type { GroupSequentialDesign, Inference } from '@verdict/stats'
import type { Computation } from '../../jobs/computation.ts'
import { type Calculation, calculate } from './calculation.ts'
import type { CalculationPlan } from './calculation-schema.ts'
import { type GivenSize, givenSize } from './given-size.ts'
import { foreseenLookMs, lookDesign, lookInput } from './look-design.ts'
import { type OperatingCharacteristic, operatingCharacteristics } from './operating-characteristics.ts'
import { MOST_EXACT_FISHER, plannedTest } from './planned-test.ts'

/** Every number of a plan, unrounded. */
export interface PlanFigures {
  readonly calculation: Calculation
  readonly looks: GroupSequentialDesign | null
  readonly given: GivenSize | null
  readonly characteristics: readonly OperatingCharacteristic[] | null
}

/** The numbers of a plan; a reason when no finite size fits it. */
export function planFigures(plan: CalculationPlan): Inference<PlanFigures> {
  const calculation = calculate(plan)
  if (!calculation.ok) return calculation
  const looks = lookDesign(plan)
  const characteristics = operatingCharacteristics(plan, calculation.value.days, looks)
  return { ok: true, value: { calculation: calculation.value, looks, given: givenSize(plan), characteristics } }
}

/** The same as a computation: many looks take long. */
export const planComputation: Computation<CalculationPlan, Inference<PlanFigures>> = {
  name: 'plan',
  // Measured on one core of two, 2026-11-23.
  foreseenMs(plan) {
    const { planned_test: test, decision_policy: policy } = plan
    const looks = lookInput(plan)
    const lookMs = looks === null ? 0 : foreseenLookMs(looks)
    return 0.1 + lookMs + (test === 'fisher_exact' ? fisherMs(plan) : 0) + (policy === null ? 0 : 10)
  },
  run: planFigures,
}

// The exact power is walked for each size that is tried; a given size is tried with some sixty effects.
function fisherMs(plan: CalculationPlan): number {
  const plain = plannedTest({ ...plan, planned_test: 'z_test' }).size()
  const sized = plain.ok && plain.value <= MOST_EXACT_FISHER ? 4e-4 * plain.value ** 2 : 0
  const given = Math.min(plan.given_sample_size_per_variant ?? 0, MOST_EXACT_FISHER)
  return sized + 1.5e-3 * given ** 2
}
