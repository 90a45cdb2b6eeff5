import { normalSurvival } from '../distributions/normal.ts'
import type { RandomStream } from '../random.ts'
import { nextWord } from '../random.ts'

const LAYERS = 256
/** Where the tail begins, for 256 layers of equal area (Doornik 2005). */
const TAIL_FROM = 3.6541528853610088

/** Right ends of the layers, widest first, with 0 at the end, and the share of each layer that lies wholly below the density. */
const { ENDS, SAFE } = layers()

/** Uniform in (0, 1), on a grid of 2^-53. */
export function fineUniform(stream: RandomStream): number {
  const high = nextWord(stream) >>> 5
  return (high * 2 ** 26 + (nextWord(stream) >>> 6) + 0.5) * 2 ** -53
}

/**
 * Fills with standard normal values by the ziggurat method (Marsaglia & Tsang 2000, with Doornik's (2005) independent bits for
 * layer and place): exact but for the grid of 2^-52 within a layer. The state of the stream stays in registers.
 */
export function fillNormals(stream: RandomStream, out: Float64Array): void {
  let a = stream[0]!
  let b = stream[1]!
  let c = stream[2]!
  let counter = stream[3]!
  for (let i = 0; i < out.length; i += 1) {
    const high = (((a + b) | 0) + counter) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + high) | 0
    const low = (((a + b) | 0) + counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + low) | 0
    counter = (counter + 2) | 0
    const layer = low & 255
    const place = high * 2 ** -31 + ((low >>> 11) + 0.5) * 2 ** -52
    const x = place * ENDS[layer]!
    if (Math.abs(place) < SAFE[layer]!) out[i] = x
    else {
      stream[0] = a
      stream[1] = b
      stream[2] = c
      stream[3] = counter
      out[i] = outsideSafe(stream, layer, place) ?? slowNormal(stream)
      a = stream[0]!
      b = stream[1]!
      c = stream[2]!
      counter = stream[3]!
    }
  }
  stream[0] = a
  stream[1] = b
  stream[2] = c
  stream[3] = counter
}

/** A normal value from fresh bits, however many tries it takes. */
function slowNormal(stream: RandomStream): number {
  for (;;) {
    const layer = nextWord(stream) & 255
    const place = 2 * fineUniform(stream) - 1
    if (Math.abs(place) < SAFE[layer]!) return place * ENDS[layer]!
    const value = outsideSafe(stream, layer, place)
    if (value !== null) return value
  }
}

/** The value where it lies below the density in the layer's wedge, or one of the tail; null where it is refused. */
function outsideSafe(stream: RandomStream, layer: number, place: number): number | null {
  if (layer === 0) return Math.sign(place) * tailNormal(stream)
  const x = place * ENDS[layer]!
  const top = Math.exp(-0.5 * (ENDS[layer + 1]! ** 2 - x * x))
  const bottom = Math.exp(-0.5 * (ENDS[layer]! ** 2 - x * x))
  return bottom + fineUniform(stream) * (top - bottom) < 1 ? x : null
}

/** A normal value beyond TAIL_FROM (Marsaglia 1964). */
function tailNormal(stream: RandomStream): number {
  for (;;) {
    const x = -Math.log(fineUniform(stream)) / TAIL_FROM
    const y = -Math.log(fineUniform(stream))
    if (2 * y > x * x) return TAIL_FROM + x
  }
}

function layers() {
  const density = (x: number) => Math.exp(-0.5 * x * x)
  const area = TAIL_FROM * density(TAIL_FROM) + Math.sqrt(2 * Math.PI) * normalSurvival(TAIL_FROM)
  const ENDS = new Float64Array(LAYERS + 1)
  ENDS[0] = area / density(TAIL_FROM)
  ENDS[1] = TAIL_FROM
  for (let i = 2; i < LAYERS; i += 1) {
    ENDS[i] = Math.sqrt(-2 * Math.log(area / ENDS[i - 1]! + density(ENDS[i - 1]!)))
  }
  const SAFE = Float64Array.from({ length: LAYERS }, (_, i) => ENDS[i + 1]! / ENDS[i]!)
  return { ENDS, SAFE }
}
