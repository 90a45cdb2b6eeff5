import { normalTail, normalTailQuantile } from './normal-tail.ts'

/** The paths still inside, on an even grid of the score's (Brownian) scale: places, and density times trapezoid weight. */
interface Inside {
  readonly places: Float64Array
  readonly masses: Float64Array
}

interface Looks {
  readonly times: readonly number[]
  readonly alpha: number
  readonly gridPoints: number
}

/** Two-sided z bounds that spend alpha as Lan & DeMets' O'Brien-Fleming function says, by the trapezoid rule (Armitage 1969). */
export function textbookSpendingBounds({ times, alpha, gridPoints }: Looks): number[] {
  const reach = normalTailQuantile(alpha / 4)
  const spentBy = (time: number) => 4 * normalTail(reach / Math.sqrt(time))
  let inside: Inside = { places: Float64Array.of(0), masses: Float64Array.of(1) }
  let before = 0
  return times.map(time => {
    const step = time - before
    const increment = spentBy(time) - (before === 0 ? 0 : spentBy(before))
    const gap = (z: number) => Math.log(exitMass(inside, z * Math.sqrt(time), step) / increment)
    const z = rootOf(gap, normalTailQuantile(increment / 2))
    inside = moved(inside, z * Math.sqrt(time), step, gridPoints)
    before = time
    return z
  })
}

/** O'Brien and Fleming's own bounds c sqrt(looks / look): c from one whole pass for each value that is tried. */
export function textbookObrienFleming({ times, alpha, gridPoints }: Looks): number[] {
  const crossed = (c: number) => {
    let inside: Inside = { places: Float64Array.of(0), masses: Float64Array.of(1) }
    let [sum, before] = [0, 0]
    for (const time of times) {
      sum += exitMass(inside, c, time - before)
      inside = moved(inside, c, time - before, gridPoints)
      before = time
    }
    return sum
  }
  const c = rootOf(value => Math.log(crossed(value) / alpha), normalTailQuantile(alpha / 2) * 1.03)
  return times.map(time => c / Math.sqrt(time))
}

/** Probability to stand beyond ± `bound` after a step of this variance. */
function exitMass({ places, masses }: Inside, bound: number, variance: number): number {
  const deviation = Math.sqrt(variance)
  let sum = 0
  for (let i = 0; i < places.length; i += 1) sum += masses[i]! * normalTail((bound - places[i]!) / deviation)
  return 2 * sum
}

/** One convolution with the step; the density is even, so that half of it is computed. */
function moved({ places, masses }: Inside, bound: number, variance: number, gridPoints: number): Inside {
  const width = (2 * bound) / (gridPoints - 1)
  const next = Float64Array.from({ length: gridPoints }, (_, i) => i * width - bound)
  const found = new Float64Array(gridPoints)
  const scale = width / Math.sqrt(2 * Math.PI * variance)
  const rate = -1 / (2 * variance)
  for (let i = 0, j = gridPoints - 1; i <= j; i += 1, j -= 1) {
    const place = next[i]!
    let sum = 0
    for (let k = 0; k < places.length; k += 1) {
      const distance = place - places[k]!
      sum += masses[k]! * Math.exp(rate * distance * distance)
    }
    const mass = sum * scale * (i === 0 ? 0.5 : 1)
    found[i] = mass
    found[j] = mass
  }
  return { places: next, masses: found }
}

/** Secant steps from a good guess. */
function rootOf(gap: (z: number) => number, guess: number): number {
  let [a, b] = [guess, guess + 0.02]
  let [atA, atB] = [gap(a), gap(b)]
  for (let round = 0; round < 30 && Math.abs(b - a) > 1e-10 && atB !== atA; round += 1) {
    const next = b - (atB * (b - a)) / (atB - atA)
    a = b
    atA = atB
    b = next
    atB = gap(b)
  }
  return b
}
