/** Whether alpha is a level that a test can have: strictly between 0 and 1. */
export function isLevel(alpha: number): boolean {
  return alpha > 0 && alpha < 1
}
