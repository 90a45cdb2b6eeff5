/** By UTF-16 code units, as JavaScript sorts; SQL sorts by bytes. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
