import { normalDensity, normalSurvival, normalUpperQuantile } from './distributions/normal.ts'
import { bracketedRoot } from './special/bracketed-root.ts'
import { gaussLegendre } from './special/gauss-legendre.ts'

const RULE = gaussLegendre(20)
const PANEL = 0.75

/**
 * |z| that the largest of several comparisons with one control exceeds with probability alpha under no effect (Dunnett
 * 1955), for normal statistics. `sizes` are persons on any scale, the control first: correlation of comparisons i and j is
 * l_i l_j, l_i = sqrt(n_i / (n_i + n_0)). Throws a RangeError unless there are 2 arms, all positive, and 0 < alpha < 1.
 */
export function dunnettCritical(sizes: readonly number[], alpha: number): number {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError('alpha must lie between 0 and 1')
  const loadings = loadingsOf(sizes)
  const least = normalUpperQuantile(alpha / 2)
  const most = normalUpperQuantile(alpha / 2 / loadings.length)
  if (loadings.length === 1) return least
  return bracketedRoot(z => Math.log(exceedance(loadings, z)) - Math.log(alpha), least, most + 1e-3)
}

/** Probability, under no effect, that any |z| of these comparisons exceeds the one seen: Dunnett's adjusted p-value. */
export function dunnettPValue(sizes: readonly number[], z: number): number {
  return exceedance(loadingsOf(sizes), Math.abs(z))
}

function loadingsOf(sizes: readonly number[]): number[] {
  const [control = 0, ...treatments] = sizes
  if (treatments.length === 0 || !sizes.every(n => n > 0)) throw new RangeError('every arm must have a size')
  return treatments.map(n => Math.sqrt(n / (n + control)))
}

/** Integral over the control's part u of phi(u) (1 - product of P(|z_i| <= z given u)), by panels of Gauss-Legendre. */
function exceedance(loadings: readonly number[], z: number): number {
  const panels = Math.ceil((z + 9) / PANEL)
  let sum = 0
  for (let panel = 0; panel < panels; panel += 1) {
    RULE.nodes.forEach((node, i) => {
      const u = PANEL * (panel + (1 + node) / 2)
      sum += RULE.weights[i]! * normalDensity(u) * anyBeyond(loadings, z, u)
    })
  }
  return Math.min(1, PANEL * sum)
}

function anyBeyond(loadings: readonly number[], z: number, u: number): number {
  let logInside = 0
  for (const loading of loadings) {
    const own = Math.sqrt(1 - loading * loading)
    logInside += Math.log1p(
      -Math.min(1, normalSurvival((z - loading * u) / own) + normalSurvival((z + loading * u) / own)),
    )
  }
  return -Math.expm1(logInside)
}
