import type { Inference } from '../inference.ts'
import type { ExactProportionTest } from './fisher.ts'
import { exactProportionTest } from './fisher.ts'
import type { Proportion } from './proportion.ts'
import type { RejectionSet } from './unconditional.ts'
import { logSupremum } from './unconditional.ts'

const SLACK = 1e-12

/**
 * Barnard's exact unconditional test (1945) with the pooled z statistic, two-sided: the largest probability, over the
 * common rate, of the tables whose |z| is at least the one seen (slack 1e-12). O(n) for each rate tried. Degenerate
 * input: as `fisherTest`. `progress` is told the share of the work that is done; throw in it to stop.
 */
export function barnardTest(
  control: Proportion,
  treatment: Proportion,
  alpha: number,
  progress?: (share: number) => void,
): Inference<ExactProportionTest> {
  return exactProportionTest(control, treatment, alpha, () => {
    const observed = Math.abs(pooledZ(control.successes, control.n, treatment.successes, treatment.n)) - SLACK
    return observed <= 0 ? 0 : logSupremum(beyond(control.n, treatment.n, observed), progress)
  })
}

/** For a fixed number of control successes z rises with those of the treatment, so that each side is a tail. */
function beyond(controlN: number, treatmentN: number, least: number): RejectionSet {
  const atMost = new Int32Array(controlN + 1)
  const atLeast = new Int32Array(controlN + 1)
  let low = -1
  let high = 0
  for (let x = 0; x <= controlN; x += 1) {
    const z = (t: number) => pooledZ(x, controlN, t, treatmentN)
    while (low < treatmentN && z(low + 1) <= -least) low += 1
    while (high <= treatmentN && z(high) < least) high += 1
    atMost[x] = low
    atLeast[x] = high
  }
  return { controlN, treatmentN, atMost, atLeast }
}

function pooledZ(xc: number, nc: number, xt: number, nt: number): number {
  const successes = xc + xt
  const failures = nc + nt - successes
  if (successes === 0 || failures === 0) return 0
  return (xt * nc - xc * nt) / Math.sqrt(((nc * nt) / (nc + nt)) * successes * failures)
}
