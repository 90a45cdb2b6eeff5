import exact from '../../fixtures/beta-greater.json' with { type: 'json' }
import peer from '../../fixtures/gbstats-bayesian.json' with { type: 'json' }
import oracle from '../../fixtures/posterior-comparison.json' with { type: 'json' }
import { probabilityBetaGreater } from '../../src/bayes/beta-binomial.ts'
import { compareBetaPosteriors, compareGammaPosteriors } from '../../src/bayes/compare-posteriors.ts'
import { growthbookLiftPosterior } from '../../src/bayes/growthbook-lift.ts'
import type { NormalPosterior } from '../../src/bayes/normal.ts'
import { compareNormalPosteriors } from '../../src/bayes/normal-comparison.ts'
import type { ComparisonOptions, EffectScale, PosteriorComparison } from '../../src/bayes/posterior-comparison.ts'
import type { Inference } from '../../src/inference.ts'
import { answered } from '../answered.ts'
import { nearCase } from '../oracle-cases.ts'
import type { OracleCase, OracleSuite } from '../oracle-suite.ts'

type Counts = [successes: number, n: number, successes: number, n: number]

/** Of the logarithms of probabilities and losses: a relative error of the values themselves. */
const TOLERANCE = 1e-10
/** Half a unit of the fifth decimal that the peer's tests print. */
const FIVE_DECIMALS = { scale: 1, tolerance: 5.1e-6 }
const NORMAL_975 = 1.959963984540054

export const bayesSuites: readonly OracleSuite[] = [
  {
    name: 'probabilityBetaGreater',
    source: 'mpmath, the finite sum (beta-greater.json); absolute',
    tolerance: 1e-12,
    cases: () =>
      (exact.cases as [Counts, number][]).map(([[xc, nc, xt, nt], expected]) =>
        nearCase(
          `${xc}/${nc} against ${xt}/${nt}`,
          probabilityBetaGreater({ successes: xc, n: nc }, { successes: xt, n: nt }),
          expected,
          { scale: 1, tolerance: 1e-12 },
        ),
      ),
  },
  {
    name: 'compareBetaPosteriors',
    source: 'mpmath quadrature (posterior-comparison.json)',
    tolerance: TOLERANCE,
    cases: () => comparisonCases('beta'),
  },
  {
    name: 'compareGammaPosteriors',
    source: 'mpmath quadrature (posterior-comparison.json)',
    tolerance: TOLERANCE,
    cases: () => comparisonCases('gamma'),
  },
  {
    name: 'growthbookLiftPosterior',
    source: "GrowthBook's tests, five decimals (gbstats-bayesian.json)",
    tolerance: FIVE_DECIMALS.tolerance,
    published: true,
    cases: () => [...peer.cases.flatMap(peerCases), ...quantileCases()],
  },
  {
    name: 'compareNormalPosteriors',
    source: "GrowthBook's expected risk (gbstats-bayesian.json)",
    tolerance: 5e-13,
    published: true,
    cases: () =>
      peer.risk.flatMap(({ mu, sigma, expected }) => {
        const found = answered(
          compareNormalPosteriors({ mean: 0, standardError: 0 }, { mean: mu, standardError: sigma }, { alpha: 0.05 }),
        )
        const near = { scale: 1, tolerance: 5e-13 }
        return [
          nearCase(`${mu}: control`, found.expectedLossControl, expected[0]!, near),
          nearCase(`${mu}: treatment`, found.expectedLossTreatment, expected[1]!, near),
        ]
      }),
  },
]

function comparisonCases(family: 'beta' | 'gamma'): OracleCase[] {
  return oracle.cases
    .filter(found => found.family === family)
    .flatMap(found => {
      const [c, t] = [found.control as [number, number], found.treatment as [number, number]]
      const scale = found.scale as EffectScale
      const compare = (rope: NonNullable<ComparisonOptions['rope']>) =>
        answered(askBy(family, c, t, { alpha: 0.05, scale, rope }))
      const at = compare({ lower: found.rope[0]!, upper: found.rope[1]! })
      const label = `${found.scale} of ${c} and ${t}`
      const near = (name: string, actual: number, expected: number) =>
        nearCase(`${label}: ${name}`, actual, expected, { scale: 1, tolerance: TOLERANCE })
      const log = (log10: number) => log10 * Math.LN10
      return [
        near('better', log(at.probabilityBetterLog10), found.logBetter),
        near('worse', log(at.probabilityWorseLog10), found.logWorse),
        near('loss of the treatment', Math.log(at.expectedLossTreatment), found.lossTreatment),
        near('loss of the control', Math.log(at.expectedLossControl), found.lossControl),
        near('rope', at.ropeProbability!, found.rope_probability),
        ...(found.below as [number, number][]).map(([point, logBelow]) =>
          // Everything from far below up to the point.
          near(
            `below ${point}`,
            compare({ lower: scale === 'relative' ? -1 : -1e6, upper: point }).ropeProbability!,
            Math.exp(logBelow),
          ),
        ),
      ]
    })
}

function askBy(
  family: 'beta' | 'gamma',
  [c1, c2]: [number, number],
  [t1, t2]: [number, number],
  options: ComparisonOptions,
): Inference<PosteriorComparison> {
  return family === 'beta'
    ? compareBetaPosteriors({ a: c1, b: c2 }, { a: t1, b: t2 }, options)
    : compareGammaPosteriors({ shape: c1, rate: c2 }, { shape: t1, rate: t2 }, options)
}

function peerCases({ name, a, b, prior, expected }: (typeof peer.cases)[number]): OracleCase[] {
  const arm = (given: typeof a): NormalPosterior => {
    const mean = given.sum / given.n
    const variance =
      given.type === 'proportion' ? mean * (1 - mean) : (given.sum_squares! - given.sum * mean) / (given.n - 1)
    return { mean, standardError: Math.sqrt(variance / given.n) }
  }
  const found = answered(
    growthbookLiftPosterior(arm(a), arm(b), {
      scale: 'relative',
      prior: prior && { mean: prior.mean, standardError: Math.sqrt(prior.variance) },
      alpha: 0.05,
    }),
  )
  return [
    nearCase(`${name}: lift`, found.effect, expected.lift, FIVE_DECIMALS),
    nearCase(`${name}: lower`, found.lower, expected.ci[0]!, FIVE_DECIMALS),
    nearCase(`${name}: upper`, found.upper, expected.ci[1]!, FIVE_DECIMALS),
    nearCase(`${name}: chance to win`, found.probabilityBetter, expected.chanceToWin, FIVE_DECIMALS),
    nearCase(`${name}: risk of the control`, found.expectedLossControl, expected.risk[0]!, FIVE_DECIMALS),
    nearCase(`${name}: risk of the treatment`, found.expectedLossTreatment, expected.risk[1]!, FIVE_DECIMALS),
  ]
}

/** Quantiles enter with the error that their order-statistic interval implies. */
function quantileCases(): OracleCase[] {
  const { control, treatment, expected } = peer.quantile
  const arm = ({ hat, lower, upper }: typeof control): NormalPosterior => ({
    mean: hat,
    standardError: (upper - lower) / (2 * NORMAL_975),
  })
  return Object.entries(expected).flatMap(([name, { lift, ci }]) => {
    const variance = name.includes('1e6') ? 1e6 : 1
    const found = answered(
      growthbookLiftPosterior(arm(control), arm(treatment), {
        scale: name.endsWith('relative') ? 'relative' : 'difference',
        prior: name.startsWith('improper') ? null : { mean: 0, standardError: Math.sqrt(variance) },
        alpha: 0.05,
      }),
    )
    return [
      nearCase(`${name}: lift`, found.effect, lift, FIVE_DECIMALS),
      nearCase(`${name}: lower`, found.lower, ci[0]!, FIVE_DECIMALS),
      nearCase(`${name}: upper`, found.upper, ci[1]!, FIVE_DECIMALS),
    ]
  })
}
