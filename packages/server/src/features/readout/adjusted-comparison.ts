import type { Inference } from '@verdict/stats'
import { type Static, Type } from 'typebox'
import { round, roundEffect } from '../../http/wire-numbers.ts'
import type { ShownTest } from './comparison.ts'
import { MaybeFlag, MaybeNumber } from './comparison-schema.ts'

/** One arm against control among many tests: never part of the verdict. */
export const AdjustedComparison = Type.Object({
  treatment_index: Type.Integer(),
  effect: MaybeNumber,
  ci_lower: MaybeNumber,
  ci_upper: MaybeNumber,
  p_value: MaybeNumber,
  p_value_log10: MaybeNumber,
  adjusted_p_value: MaybeNumber,
  is_significant: MaybeFlag,
})

export interface TestAmongMany {
  readonly treatmentIndex: number
  readonly test: Inference<ShownTest>
  /** Over all tests; null where this one has no answer. */
  readonly adjustedP: number | null
}

/** As the wire prints it; `scale` is 100 for rates, which are shown in percentage points. */
export function adjustedComparison(
  { treatmentIndex, test, adjustedP }: TestAmongMany,
  scale: number,
  alpha: number,
): Static<typeof AdjustedComparison> {
  if (!test.ok || adjustedP === null) return { treatment_index: treatmentIndex, ...NOTHING }
  const { effect, lower, upper, pValue, pValueLog10 } = test.value
  const shown = roundEffect({ effect: effect * scale, lower: lower * scale, upper: upper * scale }, 4)
  return {
    treatment_index: treatmentIndex,
    effect: shown.effect,
    ci_lower: shown.lower,
    ci_upper: shown.upper,
    p_value: round(pValue, 6),
    p_value_log10: round(pValueLog10, 6),
    adjusted_p_value: round(adjustedP, 6),
    is_significant: adjustedP < alpha,
  }
}

const NOTHING = {
  effect: null,
  ci_lower: null,
  ci_upper: null,
  p_value: null,
  p_value_log10: null,
  adjusted_p_value: null,
  is_significant: null,
}
