import { randomFractions } from './random-fractions.ts'

interface Options {
  readonly alpha: number
  readonly draws: number
  readonly share: number
  readonly seed: number
}

/**
 * Percentile bootstrap of the difference of a quantile (type 7), and a permutation test. The values are sorted once: a
 * resample counts how often each place was drawn, so that none is sorted again.
 */
export function textbookQuantileEffect(control: readonly number[], treatment: readonly number[], options: Options) {
  const { alpha, draws, share, seed } = options
  const fraction = randomFractions(seed)
  const [c, t] = [Float64Array.from(control).sort(), Float64Array.from(treatment).sort()]
  const effects = new Float64Array(draws)
  const counts = new Int32Array(Math.max(c.length, t.length))
  for (let draw = 0; draw < draws; draw += 1) {
    effects[draw] = resampledQuantile(t, share, counts, fraction) - resampledQuantile(c, share, counts, fraction)
  }
  effects.sort()
  const effect = quantileOf(t, share) - quantileOf(c, share)
  const at = (part: number) => effects[Math.round(part * (draws - 1))]!
  const pValue = permutationP([c, t], effect, fraction, options)
  return { effect, lower: at(alpha / 2), upper: at(1 - alpha / 2), pValue }
}

function resampledQuantile(sorted: Float64Array, share: number, counts: Int32Array, fraction: () => number): number {
  const n = sorted.length
  counts.fill(0)
  for (let i = 0; i < n; i += 1) counts[(fraction() * n) | 0]! += 1
  const position = share * (n - 1)
  const low = Math.floor(position)
  let at = 0
  let passed = counts[0]!
  while (passed <= low) passed += counts[++at]!
  const value = sorted[at]!
  if (low === position) return value
  while (passed <= low + 1) passed += counts[++at]!
  return value + (position - low) * (sorted[at]! - value)
}

function quantileOf(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1)
  const low = Math.floor(position)
  const value = sorted[low]!
  return low === position ? value : value + (position - low) * (sorted[low + 1]! - value)
}

/** The places of the sorted pool are shuffled and marked; one pass then deals the values to both arms in order. */
function permutationP(
  [control, treatment]: readonly [Float64Array, Float64Array],
  effect: number,
  fraction: () => number,
  { draws, share }: Options,
): number {
  const pool = new Float64Array([...control, ...treatment]).sort()
  const places = Int32Array.from(pool, (_, i) => i)
  const isTreated = new Uint8Array(pool.length)
  const [c, t] = [new Float64Array(control.length), new Float64Array(treatment.length)]
  let extreme = 0
  for (let draw = 0; draw < draws; draw += 1) {
    isTreated.fill(0)
    for (let i = 0; i < t.length; i += 1) {
      const other = i + ((fraction() * (places.length - i)) | 0)
      const place = places[other]!
      places[other] = places[i]!
      places[i] = place
      isTreated[place] = 1
    }
    let [ofControl, ofTreatment] = [0, 0]
    for (let i = 0; i < pool.length; i += 1) {
      if (isTreated[i]) t[ofTreatment++] = pool[i]!
      else c[ofControl++] = pool[i]!
    }
    if (Math.abs(quantileOf(t, share) - quantileOf(c, share)) >= Math.abs(effect) * (1 - 1e-9)) extreme += 1
  }
  return (1 + extreme) / (1 + draws)
}
