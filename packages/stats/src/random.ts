/** Source of random words: `next` gives 32 random bits as an integer of any sign, as the generators of pure-rand do. */
export interface RandomGenerator {
  next(): number
}

/**
 * State of a fast stream of 32-bit words (sfc32, Doty-Humphrey 2010), seeded with three words of a generator: equal
 * generators give equal streams.
 */
export type RandomStream = Int32Array

export function randomStream(random: RandomGenerator): RandomStream {
  const stream = Int32Array.of(random.next(), random.next(), random.next(), 1)
  for (let round = 0; round < 12; round += 1) nextWord(stream)
  return stream
}

/** 32 random bits, signed. */
export function nextWord(stream: RandomStream): number {
  const b = stream[1]!
  const c = stream[2]!
  const counter = stream[3]!
  const word = (((stream[0]! + b) | 0) + counter) | 0
  stream[3] = (counter + 1) | 0
  stream[0] = b ^ (b >>> 9)
  stream[1] = (c + (c << 3)) | 0
  stream[2] = (((c << 21) | (c >>> 11)) + word) | 0
  return word
}

/** Uniform in (0, 1), on a grid of 2^-32. */
export function nextUniform(stream: RandomStream): number {
  return ((nextWord(stream) >>> 0) + 0.5) * 2 ** -32
}

/** Integer from 0 to below `count`; for the counts used here (up to 10^6) the bias is below 1 part in 4,000. */
export function nextIndex(stream: RandomStream, count: number): number {
  return Math.floor((nextWord(stream) >>> 0) * 2 ** -32 * count)
}

/** Sum of values.length values drawn with replacement: the loop of the bootstrap, with the state in registers. */
export function resampledSum(stream: RandomStream, values: Float64Array): number {
  let a = stream[0]!
  let b = stream[1]!
  let c = stream[2]!
  let counter = stream[3]!
  const n = values.length
  const scale = n * 2 ** -32
  let sum = 0
  for (let i = 0; i < n; i += 1) {
    const word = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + word) | 0
    sum += values[((word >>> 0) * scale) | 0]!
  }
  stream[0] = a
  stream[1] = b
  stream[2] = c
  stream[3] = counter
  return sum
}

/** Sum and sum of squares of values.length values drawn with replacement, into `sums`; the same draws as resampledSum. */
export function resampledSquares(stream: RandomStream, values: Float64Array, sums: Float64Array): void {
  let a = stream[0]!
  let b = stream[1]!
  let c = stream[2]!
  let counter = stream[3]!
  const n = values.length
  const scale = n * 2 ** -32
  let sum = 0
  let squares = 0
  for (let i = 0; i < n; i += 1) {
    const word = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + word) | 0
    const value = values[((word >>> 0) * scale) | 0]!
    sum += value
    squares += value * value
  }
  stream[0] = a
  stream[1] = b
  stream[2] = c
  stream[3] = counter
  sums[0] = sum
  sums[1] = squares
}

/** Sum of `size` values drawn without replacement, by Fisher and Yates; the values are left in another order. */
export function drawnSum(stream: RandomStream, values: Float64Array, size: number): number {
  let a = stream[0]!
  let b = stream[1]!
  let c = stream[2]!
  let counter = stream[3]!
  const n = values.length
  let sum = 0
  for (let i = 0; i < size; i += 1) {
    const word = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + word) | 0
    const at = i + (((word >>> 0) * 2 ** -32 * (n - i)) | 0)
    const value = values[at]!
    values[at] = values[i]!
    values[i] = value
    sum += value
  }
  stream[0] = a
  stream[1] = b
  stream[2] = c
  stream[3] = counter
  return sum
}
