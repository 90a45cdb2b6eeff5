import type { EffectTest } from '../effect-test.ts'
import { effectTest } from '../effect-test.ts'
import type { Inference } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { isLevel } from '../level.ts'
import { mergeMoments, sampleVariance } from '../moments.ts'
import type { VarianceMean } from './welch.ts'

/** One stratum: both arms' persons, mean and per-person variance (p(1 - p) for rates, the unbiased s^2 for means). */
export interface Stratum {
  readonly control: VarianceMean
  readonly treatment: VarianceMean
}

/** What `variance` is: p(1 - p) of a rate, or the unbiased variance of a mean. */
export type StratumKind = 'binary' | 'continuous'

export interface PostStratifiedTest extends EffectTest {
  /** indexes of the strata that entered */
  readonly usedStrata: readonly number[]
  /** squared standard error of the plain difference over the same persons */
  readonly unstratifiedVariance: number
}

/**
 * Post-stratified difference treatment - control, normal z, in natural units: sum of w_s (mean_t - mean_c), w_s the share
 * of the stratum's persons in both arms; variance sum of w_s^2 (var_c / n_c + var_t / n_t). Only strata with 2 persons in
 * each arm enter (Miratrix, Sekhon & Yu 2013, without the term for random weights).
 */
export function postStratifiedTest(
  strata: readonly Stratum[],
  alpha: number,
  kind: StratumKind,
): Inference<PostStratifiedTest> {
  if (!isLevel(alpha)) return noAnswer('out_of_range')
  const usedStrata = strata.flatMap((stratum, i) => (stratum.control.n >= 2 && stratum.treatment.n >= 2 ? [i] : []))
  if (usedStrata.length === 0) return noAnswer('no_usable_stratum')
  const used = usedStrata.map(i => strata[i]!)
  const total = used.reduce((sum, stratum) => sum + persons(stratum), 0)
  let effect = 0
  let variance = 0
  for (const stratum of used) {
    const weight = persons(stratum) / total
    effect += weight * (stratum.treatment.mean - stratum.control.mean)
    variance += weight * weight * squaredError(stratum.control, stratum.treatment)
  }
  if (!Number.isFinite(effect + variance)) return noAnswer('not_finite')
  if (!(variance > 0)) return noAnswer('zero_variance')
  return answer({
    ...effectTest(effect, Math.sqrt(variance), Number.POSITIVE_INFINITY, alpha),
    usedStrata,
    unstratifiedVariance: squaredError(
      mergeArm(
        used.map(stratum => stratum.control),
        kind,
      ),
      mergeArm(
        used.map(stratum => stratum.treatment),
        kind,
      ),
    ),
  })
}

function persons(stratum: Stratum): number {
  return stratum.control.n + stratum.treatment.n
}

function squaredError(control: VarianceMean, treatment: VarianceMean): number {
  return control.variance / control.n + treatment.variance / treatment.n
}

function mergeArm(parts: readonly VarianceMean[], kind: StratumKind): VarianceMean {
  const merged = parts
    .map(part => ({ n: part.n, mean: part.mean, m2: part.variance * (kind === 'binary' ? part.n : part.n - 1) }))
    .reduce(mergeMoments)
  return { n: merged.n, mean: merged.mean, variance: kind === 'binary' ? merged.m2 / merged.n : sampleVariance(merged) }
}
