/** Standard normal values by the polar method (Marsaglia & Bray 1964), two at a time. */
export function randomNormals(fraction: () => number): () => number {
  let spare = Number.NaN
  return () => {
    if (!Number.isNaN(spare)) {
      const value = spare
      spare = Number.NaN
      return value
    }
    for (;;) {
      const x = 2 * fraction() - 1
      const y = 2 * fraction() - 1
      const square = x * x + y * y
      if (square >= 1 || square === 0) continue
      const scale = Math.sqrt((-2 * Math.log(square)) / square)
      spare = y * scale
      return x * scale
    }
  }
}
