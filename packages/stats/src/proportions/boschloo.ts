import { hypergeometric } from '../distributions/hypergeometric.ts'
import { latticeLogAtLeast, latticeLogCdf } from '../distributions/lattice.ts'
import type { Inference } from '../inference.ts'
import type { ExactProportionTest } from './fisher.ts'
import { exactProportionTest } from './fisher.ts'
import type { Proportion } from './proportion.ts'
import type { RejectionSet } from './unconditional.ts'
import { logSupremum } from './unconditional.ts'

/** One-sided Fisher p-values up to this much above the observed one count as equal to it. */
const LOG_SLACK = Math.log1p(1e-7)

/**
 * Boschloo's exact unconditional test (1970): the one-sided p-value of Fisher's test is the statistic, its distribution is
 * taken at the worst common rate, and the smaller side is doubled. Uniformly more powerful than Fisher's test. Degenerate
 * input: as `fisherTest`. `progress` is told the share of the work that is done; throw in it to stop.
 */
export function boschlooTest(
  control: Proportion,
  treatment: Proportion,
  alpha: number,
  progress?: (share: number) => void,
): Inference<ExactProportionTest> {
  return exactProportionTest(control, treatment, alpha, () => {
    const half = (from: number) => progress && ((share: number) => progress(from + share / 2))
    const more = logSupremum(atLeastAsMany(control, treatment), half(0))
    const fewer = logSupremum(atLeastAsMany(failuresOf(control), failuresOf(treatment)), half(0.5))
    return Math.min(0, Math.LN2 + Math.min(more, fewer))
  })
}

/** Tables whose Fisher p-value for "the treatment has more" is at most the observed one. */
function atLeastAsMany(control: Proportion, treatment: Proportion): RejectionSet {
  const limit = logFisherMore(control.successes, control.n, treatment.successes, treatment.n) + LOG_SLACK
  const atLeast = new Int32Array(control.n + 1)
  let from = 0
  for (let x = 0; x <= control.n; x += 1) {
    while (from <= treatment.n && logFisherMore(x, control.n, from, treatment.n) > limit) from += 1
    atLeast[x] = from
  }
  return {
    controlN: control.n,
    treatmentN: treatment.n,
    atMost: new Int32Array(control.n + 1).fill(-1),
    atLeast,
  }
}

function logFisherMore(xc: number, nc: number, xt: number, nt: number): number {
  const given = hypergeometric(xc + xt, nc + nt, nt)
  return xt <= given.mode ? complement(latticeLogCdf(given, xt - 1)) : latticeLogAtLeast(given, xt)
}

function complement(log: number): number {
  return Math.log(-Math.expm1(log))
}

function failuresOf({ successes, n }: Proportion): Proportion {
  return { successes: n - successes, n }
}
