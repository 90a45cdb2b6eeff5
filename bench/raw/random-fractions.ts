/** Uniform fractions in (0, 1) by a 32-bit xorshift (Marsaglia 2003): the plain generator of the textbook sides. */
export function randomFractions(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) * 2 ** -32
  }
}
