import type { Tails } from '../special/tails.ts'

/** A posterior of a rate on (0, 1) or on the half-line, as the integrals need it; `rest` is 1 - x on (0, 1). */
export interface Posterior {
  readonly mean: number
  readonly standardDeviation: number
  /** 1 or Infinity; the lower end is 0 */
  readonly high: number
  /** log of the density times x (and times 1 - x on (0, 1)): the density in the log-odds or the logarithm of x */
  readonly logDensity: (x: number, rest: number) => number
  readonly tails: (x: number, rest: number) => Tails
}
