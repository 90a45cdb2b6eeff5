import type { Computation } from '../../../jobs/computation.ts'
import { calculate } from '../../planning/calculation.ts'
import type { CalculationPlan } from '../../planning/calculation-schema.ts'
import { planComputation } from '../../planning/plan-figures.ts'

/** A design at other effects and powers. */
export interface GridInput {
  readonly plan: CalculationPlan
  /** Percent of the baseline. */
  readonly effects: readonly number[]
  readonly powers: readonly number[]
}

/** Null where no finite size fits, such as a rate beyond 100 %. */
export interface GridCell {
  readonly effect: number
  readonly power: number
  readonly size: number | null
  readonly days: number | null
}

export const designGridComputation: Computation<GridInput, readonly GridCell[]> = {
  name: 'design-grid',
  // The sizes alone: neither the bounds of looks nor the rule that decides.
  foreseenMs: input =>
    plansOf(input).reduce(
      (sum, plan) => sum + planComputation.foreseenMs({ ...plan, decision_policy: null, n_looks: 1 }),
      0,
    ),
  run: input => plansOf(input).map(cellOf),
}

function plansOf({ plan, effects, powers }: GridInput): readonly CalculationPlan[] {
  return effects.flatMap(effect => powers.map(power => ({ ...plan, mde_pct: effect, power })))
}

function cellOf(plan: CalculationPlan): GridCell {
  const sized = calculate(plan)
  const { sizePerVariant: size, days } = sized.ok ? sized.value : { sizePerVariant: null, days: null }
  return { effect: plan.mde_pct, power: plan.power, size, days }
}

const NEAR_EFFECTS = [0.5, 1, 1.5, 2]

/** The effects of a report: half, one, one and a half and two times the planned one, and none below 1 %. */
export function nearEffects(mdePct: number): readonly number[] {
  const effects = NEAR_EFFECTS.map(factor => (factor < 1 ? Math.max(1, factor * mdePct) : factor * mdePct))
  return [...new Set(effects.map(effect => Number(effect.toFixed(2)) || effect))].sort((a, b) => a - b)
}
