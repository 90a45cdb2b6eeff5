/** The largest relative difference between the numbers of two answers, by the names of the second. */
export function relativeGap(
  first: Readonly<Record<string, unknown>>,
  second: Readonly<Record<string, number>>,
): number {
  const gaps = Object.entries(second).map(([name, value]) => {
    const other = first[name]
    if (typeof other !== 'number') throw new Error(`the first answer has no number ${name}`)
    return other === value ? 0 : Math.abs(other - value) / Math.max(Math.abs(other), Math.abs(value))
  })
  return Math.max(...gaps)
}
