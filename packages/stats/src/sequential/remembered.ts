/** The same function, computed once for each argument. */
export function remembered(f: (x: number) => number): (x: number) => number {
  const known = new Map<number, number>()
  return x => {
    const value = known.get(x) ?? f(x)
    known.set(x, value)
    return value
  }
}
