import { normalDensity, normalSurvival } from './distributions/normal.ts'
import { gaussLegendre } from './special/gauss-legendre.ts'
import { LOG_SQRT_TWO_PI } from './special/log-sqrt-two-pi.ts'
import { stirlingError } from './special/stirling-error.ts'

/** Arms whose comparison with the control has the same loading sqrt(n / (n + n_0)). */
export interface LoadingGroup {
  readonly loading: number
  readonly count: number
}

const RULE = gaussLegendre(20)
const PANEL = 0.75
const WIDEST_STEP = 0.125
const NEGLIGIBLE = 1e-19

/** Treatments grouped by size; `sizes` on any scale, the control first. Throws a RangeError unless all are above 0. */
export function loadingGroups(sizes: readonly number[]): LoadingGroup[] {
  const [control = 0, ...treatments] = sizes
  if (treatments.length === 0 || !sizes.every(n => n > 0)) throw new RangeError('every arm must have a size')
  const counts = new Map<number, number>()
  for (const n of treatments) counts.set(n, (counts.get(n) ?? 0) + 1)
  return [...counts].map(([n, count]) => ({ loading: Math.sqrt(n / (n + control)), count }))
}

/**
 * Probability, under no effect, that any |Z_i| of the comparisons exceeds z: the integral over the control's part u of
 * phi(u) (1 - product of P(|Z_i| <= z given u)), by panels of Gauss-Legendre.
 */
export function normalExceedance(groups: readonly LoadingGroup[], z: number): number {
  const panels = Math.ceil((z + 9) / PANEL)
  let sum = 0
  for (let panel = 0; panel < panels; panel += 1) {
    RULE.nodes.forEach((node, i) => {
      const u = PANEL * (panel + (1 + node) / 2)
      sum += RULE.weights[i]! * normalDensity(u) * anyBeyond(groups, z, u)
    })
  }
  return Math.min(1, PANEL * sum)
}

/**
 * The same for statistics that share an estimate of the spread with `df` degrees of freedom: the mean of the normal one at
 * t s, s^2 = chi-square / df, by the trapezoid rule over log s from the peak outwards.
 */
export function studentExceedance(groups: readonly LoadingGroup[], t: number, df: number): number {
  const half = df / 2
  const logScale = Math.LN2 + Math.log(half) / 2 - LOG_SQRT_TWO_PI - stirlingError(half)
  const step = Math.min(WIDEST_STEP, 0.7 / Math.sqrt(2 * df))
  const peak = -Math.log1p((t * t) / df) / 2
  const logDensity = (w: number) => logScale - half * (Math.expm1(2 * w) - 2 * w)
  const at = (w: number) => Math.exp(logDensity(w)) * normalExceedance(groups, t * Math.exp(w))
  let largest = 0
  let sum = 0
  for (const direction of [1, -1]) {
    for (let i = direction > 0 ? 0 : 1; ; i += 1) {
      const value = at(peak + direction * i * step)
      sum += value
      largest = Math.max(largest, value)
      if (!(value > NEGLIGIBLE * largest)) break
    }
  }
  return Math.min(1, step * sum)
}

function anyBeyond(groups: readonly LoadingGroup[], z: number, u: number): number {
  let logInside = 0
  for (const { loading, count } of groups) {
    const own = Math.sqrt(1 - loading * loading)
    const beyond = normalSurvival((z - loading * u) / own) + normalSurvival((z + loading * u) / own)
    logInside += count * Math.log1p(-Math.min(1, beyond))
  }
  return -Math.expm1(logInside)
}
