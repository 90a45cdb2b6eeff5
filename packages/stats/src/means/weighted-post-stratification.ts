import type { EffectTest } from '../effect-test.ts'
import { effectTest } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer } from '../inference.ts'
import type { Stratum } from './post-stratification.ts'
import { postStratifiedTest } from './post-stratification.ts'

/**
 * GrowthBook's variant of `postStratifiedTest`: the shares of the strata are random too, so that their multinomial variance
 * is added, d' (diag(w) - w w') d / N with d the strata's differences. Normal statistic. Degenerate input: as there.
 */
export function postStratifiedTestWithWeightVariance(strata: readonly Stratum[], alpha: number): Inference<EffectTest> {
  const plain = postStratifiedTest(strata, alpha, 'continuous')
  if (!plain.ok) return plain
  const used = plain.value.usedStrata.map(i => strata[i]!)
  const total = used.reduce((sum, { control, treatment }) => sum + control.n + treatment.n, 0)
  const spread = used.reduce((sum, { control, treatment }) => {
    const difference = treatment.mean - control.mean - plain.value.effect
    return sum + ((control.n + treatment.n) / total) * difference * difference
  }, 0)
  const standardError = Math.sqrt(plain.value.standardError ** 2 + spread / total)
  return answer(effectTest(plain.value.effect, standardError, Number.POSITIVE_INFINITY, alpha))
}
