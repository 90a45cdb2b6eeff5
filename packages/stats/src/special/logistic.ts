/** 1 / (1 + exp(-z)), with full relative precision for very negative z. */
export function logistic(z: number): number {
  return z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z))
}
