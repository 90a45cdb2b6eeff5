import { randomFractions } from './random-fractions.ts'

/** Percentile bootstrap of the difference of means, and a permutation test, index by index. */
export function textbookBootstrap(
  control: readonly number[],
  treatment: readonly number[],
  { alpha, draws, seed }: { readonly alpha: number; readonly draws: number; readonly seed: number },
) {
  const fraction = randomFractions(seed)
  const [c, t] = [Float64Array.from(control), Float64Array.from(treatment)]
  const effects = new Float64Array(draws)
  for (let draw = 0; draw < draws; draw += 1) effects[draw] = resampledMean(t, fraction) - resampledMean(c, fraction)
  effects.sort()
  const effect = meanOf(t, 0, t.length) - meanOf(c, 0, c.length)
  const pool = Float64Array.from([...control, ...treatment])
  let extreme = 0
  for (let draw = 0; draw < draws; draw += 1) {
    shuffle(pool, fraction)
    const difference = meanOf(pool, c.length, pool.length) - meanOf(pool, 0, c.length)
    if (Math.abs(difference) >= Math.abs(effect)) extreme += 1
  }
  const at = (share: number) => effects[Math.round(share * (draws - 1))]!
  return { effect, lower: at(alpha / 2), upper: at(1 - alpha / 2), pValue: (1 + extreme) / (1 + draws) }
}

function resampledMean(values: Float64Array, fraction: () => number): number {
  let sum = 0
  for (let i = 0; i < values.length; i += 1) sum += values[(fraction() * values.length) | 0]!
  return sum / values.length
}

function meanOf(values: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i += 1) sum += values[i]!
  return sum / (to - from)
}

function shuffle(values: Float64Array, fraction: () => number): void {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const other = (fraction() * (i + 1)) | 0
    const value = values[i]!
    values[i] = values[other]!
    values[other] = value
  }
}
