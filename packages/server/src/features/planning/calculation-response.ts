import type { Static } from 'typebox'
import type { Speech } from '../../http/speech.ts'
import { round } from '../../http/wire-numbers.ts'
import { assumptionsOf, bonferroniNote } from './assumptions.ts'
import type { Calculation } from './calculation.ts'
import type { CalculationPlan, CalculationResponse } from './calculation-schema.ts'
import { bayesianCompanion, clusterCompanion, cupedCompanion, sequentialCompanion } from './companions.ts'
import { allocatedTraffic, effectiveTraffic } from './duration.ts'
import type { OperatingCharacteristic } from './operating-characteristics.ts'
import type { PlanFigures } from './plan-figures.ts'
import { absoluteEffect, absoluteMargin } from './planned-test.ts'
import { planWarnings } from './warnings.ts'

/** A calculation as the wire prints it; every key is there. */
export function calculationResponse(
  plan: CalculationPlan,
  { calculation, looks, given, characteristics }: PlanFigures,
  speech: Speech,
): Static<typeof CalculationResponse> {
  const sequential = sequentialCompanion(looks, calculation.sizePerVariant)
  const figures = { days: calculation.days, inflation: sequential.sequential_inflation_factor }
  return {
    calculation_summary: summary(plan, calculation),
    results: results(plan, calculation),
    assumptions: [...assumptionsOf(plan, calculation.testName, speech)],
    warnings: planWarnings(plan, figures, speech),
    bonferroni_note: bonferroniNote(plan, speech),
    ...clusterCompanion(plan, calculation.unclusteredSize),
    ...bayesianCompanion(plan, speech),
    ...sequential,
    ...cupedCompanion(plan),
    sample_sizes_by_variant: [...calculation.split.sizes],
    total_sample_size_for_split: calculation.split.total,
    duration_days_for_split: calculation.split.days,
    achievable_mde_pct: given === null || given.mdePct === null ? null : Number(given.mdePct.toPrecision(6)),
    achieved_power: given === null ? null : round(given.power, 6),
    operating_characteristics: characteristics?.map(each => printCharacteristic(plan, each)) ?? null,
  }
}

function printCharacteristic({ mde_pct: mdePct }: CalculationPlan, each: OperatingCharacteristic) {
  return {
    true_effect_multiple: each.multiple,
    true_effect_pct: Number((each.multiple * mdePct).toPrecision(12)),
    ship: round(each.ship, 4),
    no_ship: round(each.noShip, 4),
    keep_running: round(each.keepRunning, 4),
    expected_information_fraction: round(each.expectedTime, 4),
  }
}

function summary(plan: CalculationPlan, { testName }: Calculation) {
  return {
    metric_type: plan.metric_type,
    baseline_value: plan.baseline_value,
    mde_pct: plan.mde_pct,
    mde_absolute: absoluteEffect(plan),
    alpha: plan.alpha,
    power: plan.power,
    planned_test: testName,
    equivalence_margin_pct: plan.planned_test === 'tost' ? plan.equivalence_margin_pct : null,
    equivalence_margin_absolute: plan.planned_test === 'tost' ? absoluteMargin(plan) : null,
  }
}

function results(plan: CalculationPlan, { sizePerVariant, days }: Calculation) {
  const isShared = plan.holdout_fraction !== null || plan.mutually_exclusive_experiments !== null
  return {
    sample_size_per_variant: sizePerVariant,
    total_sample_size: sizePerVariant * plan.variants_count,
    effective_daily_traffic: effectiveTraffic(plan),
    estimated_duration_days: days,
    holdout_fraction: plan.holdout_fraction,
    mutually_exclusive_experiments: plan.mutually_exclusive_experiments,
    allocated_daily_traffic: isShared ? allocatedTraffic(plan) : null,
  }
}
