import { crossMomentsOf, type Inference, ratioEstimate, ratioTest } from '@verdict/stats'
import { type ParsedOf, record } from '../../http/schema.ts'
import type { Computation } from '../../jobs/computation.ts'
import { PostHocAlpha, Values } from './results-schema.ts'
import type { TwoArmAnalysis } from './two-arm-analysis.ts'

const RatioArm = record('RatioArm', { numerators: Values, denominators: Values })

export const RatioResultsRequest = record('RatioResultsRequest', {
  control_arm: RatioArm,
  treatment_arm: RatioArm,
  alpha: PostHocAlpha,
})

export type RatioBody = ParsedOf<typeof RatioResultsRequest>

/** The delta-method test of /results/ratio. */
export const ratioComputation: Computation<RatioBody, Inference<TwoArmAnalysis>> = {
  name: 'ratio',
  foreseenMs: ({ control_arm: control, treatment_arm: treatment }) =>
    2e-5 * (control.numerators.length + treatment.numerators.length),
  run: analyze,
}

function analyze({ control_arm: control, treatment_arm: treatment, alpha }: RatioBody): Inference<TwoArmAnalysis> {
  const left = crossMomentsOf([control.numerators, control.denominators])
  const right = crossMomentsOf([treatment.numerators, treatment.denominators])
  const test = ratioTest(left, right, alpha)
  if (!test.ok) return test
  const base = ratioEstimate(left)
  if (!base.ok) return base
  return { ok: true, value: { ...test.value, base: base.value.ratio, decimals: 6, rates: null, size: null } }
}
