import type { Inference } from '../inference.ts'
import { answer } from '../inference.ts'
import type { TwoMeans } from './two-means.ts'
import { powerTwoMeans, sizeTwoMeans } from './two-means.ts'

/** Pitman efficiency of the Mann-Whitney test against the t test for normal values. */
const EFFICIENCY = 3 / Math.PI

/**
 * Persons per arm, equal arms, for the Mann-Whitney test of a shift of normal values: ceil(n_z / (3 / pi)), n_z the size
 * for means (Lehmann 1975, section 2.4). For other shapes at most n_z / 0.864 is needed (Hodges & Lehmann 1956).
 */
export function sizeMannWhitney(input: TwoMeans & { readonly power: number }): Inference<number> {
  const forMeans = sizeTwoMeans(input)
  return forMeans.ok ? answer(Math.ceil(forMeans.value / EFFICIENCY)) : forMeans
}

/** Power of the same test with `controlN` and `treatmentN` persons: that of means, the deviation larger by sqrt(pi / 3). */
export function powerMannWhitney(input: TwoMeans & { readonly controlN: number; readonly treatmentN: number }): number {
  return powerTwoMeans({ ...input, sigma: input.sigma / Math.sqrt(EFFICIENCY) })
}
