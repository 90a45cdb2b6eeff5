/** `count` weights of 1 / count each; none for a count below one. */
export function equalWeights(count: number): readonly number[] {
  if (count < 1) return []
  return new Array<number>(count).fill(1 / count)
}
