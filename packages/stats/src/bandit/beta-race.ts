import type { RandomStream } from '../random.ts'
import { fillNormals, fineUniform } from './normal-buffer.ts'

const BUFFER = 1024

/**
 * Beta posteriors of several arms, and draws from them. Beta(a, b) is X / (X + Y) with X, Y of gamma distributions a and b, drawn
 * exactly by Marsaglia & Tsang's (2000) method: with d = shape - 1/3, c = 1 / sqrt(9 d) and a normal z the value is d v,
 * v = (1 + c z)^3, kept with probability exp(z^2 / 2 + d (1 - v + ln v)). For 1 + c z >= 1/2 that is at least
 * 1 - c^2 z^4 / 6, which nearly always settles X and Y together without a logarithm. A uniform number that fell below such a
 * bound is, over the bound, uniform again: `settled` is their product, and one number serves all arms until one is in doubt.
 * Shapes must be 1 or more.
 */
export class BetaRace {
  readonly arms: number
  /** the last draw: X, then Y, of each arm */
  readonly gammas: Float64Array
  private readonly stream: RandomStream
  private readonly d: Float64Array
  private readonly c: Float64Array
  private readonly normals = new Float64Array(BUFFER)
  private at = BUFFER

  constructor(arms: number, stream: RandomStream) {
    this.arms = arms
    this.stream = stream
    this.gammas = new Float64Array(2 * arms)
    this.d = new Float64Array(2 * arms)
    this.c = new Float64Array(2 * arms)
    this.restart()
  }

  /** All posteriors back to the uniform prior. */
  restart(): void {
    for (let arm = 0; arm < this.arms; arm += 1) this.setPosterior(arm, 1, 1)
  }

  setPosterior(arm: number, a: number, b: number): void {
    this.setShape(2 * arm, a - 1 / 3)
    this.setShape(2 * arm + 1, b - 1 / 3)
  }

  /** Adds a success or a failure to an arm. */
  observe(arm: number, success: boolean): void {
    const i = success ? 2 * arm : 2 * arm + 1
    this.setShape(i, this.d[i]! + 1)
  }

  /** Draws from all posteriors, and gives the arm with the largest draw: X / Y is compared without dividing. */
  winner(): number {
    this.draw()
    const gammas = this.gammas
    let best = 0
    let bestX = gammas[0]!
    let bestY = gammas[1]!
    for (let i = 2; i < gammas.length; i += 2) {
      if (gammas[i]! * bestY > bestX * gammas[i + 1]!) {
        best = i >> 1
        bestX = gammas[i]!
        bestY = gammas[i + 1]!
      }
    }
    return best
  }

  /** Fills `gammas` with a draw of each. */
  draw(): void {
    const { gammas, c, d, normals } = this
    let u = fineUniform(this.stream)
    let settled = 1
    for (let i = 0; i < gammas.length; i += 2) {
      if (this.at === normals.length) this.refill()
      const [z, y] = [normals[this.at]!, normals[this.at + 1]!]
      this.at += 2
      const bendX = c[i]! * z
      const bendY = c[i + 1]! * y
      const rootX = 1 + bendX
      const rootY = 1 + bendY
      gammas[i] = d[i]! * rootX * rootX * rootX
      gammas[i + 1] = d[i + 1]! * rootY * rootY * rootY
      const [lossX, lossY] = [bendX * z, bendY * y]
      const kept = rootX < 0.5 || rootY < 0.5 ? 0 : 1 - (lossX * lossX + lossY * lossY) / 6
      if (u < settled * kept) settled *= kept
      else {
        if (u >= settled * Math.exp(this.logAcceptance(i, z) + this.logAcceptance(i + 1, y))) i -= 2
        u = fineUniform(this.stream)
        settled = 1
      }
    }
  }

  private refill(): void {
    fillNormals(this.stream, this.normals)
    this.at = 0
  }

  private logAcceptance(i: number, z: number): number {
    const root = 1 + this.c[i]! * z
    if (root <= 0) return Number.NEGATIVE_INFINITY
    const v = root * root * root
    return 0.5 * z * z + this.d[i]! * (1 - v + Math.log(v))
  }

  private setShape(i: number, d: number): void {
    this.d[i] = d
    this.c[i] = 1 / Math.sqrt(9 * d)
  }
}
