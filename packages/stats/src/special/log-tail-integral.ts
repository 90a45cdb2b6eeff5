import { gaussLegendre } from './gauss-legendre.ts'

const RULE = gaussLegendre(20)
const NEGLIGIBLE_LOG = -42

/**
 * Logarithm of the integral over s from 0 to infinity of exp(logDensity(s)), for a log-concave density that does not
 * rise after s = 0 by more than rounding. Panels start at `scale` (about one e-fold), double, and stay below `widest`.
 */
export function logTailIntegral(logDensity: (s: number) => number, scale: number, widest: number): number {
  const start = logDensity(0)
  let integral = 0
  let from = 0
  let width = Math.min(scale, widest)
  for (let panel = 0; panel < 4000; panel += 1) {
    integral += panelIntegral(logDensity, start, from, width)
    from += width
    if (logDensity(from) - start < NEGLIGIBLE_LOG) break
    width = Math.min(from, widest)
  }
  return start + Math.log(integral)
}

function panelIntegral(logDensity: (s: number) => number, start: number, from: number, width: number): number {
  const half = width / 2
  let sum = 0
  for (let i = 0; i < RULE.nodes.length; i += 1) {
    sum += RULE.weights[i]! * Math.exp(logDensity(from + half * (1 + RULE.nodes[i]!)) - start)
  }
  return half * sum
}
