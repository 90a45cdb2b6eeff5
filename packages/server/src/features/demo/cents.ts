/** An amount in whole cents, never below nothing. */
export function cents(amount: number): number {
  return Math.max(0, Math.round(100 * amount) / 100)
}
