export interface Difference {
  /** of the answer, and the way to the value in it */
  readonly path: string
  /** Infinity where something else than a finite number differs */
  readonly relative: number
}

/** Where two answers differ in the least, and how many values were compared. */
export function differingNumbers(
  expected: unknown,
  actual: unknown,
  path = '',
): { compared: number; differing: Difference[] } {
  if (isTree(expected) && isTree(actual)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])]
    const parts = keys.map(key => differingNumbers(expected[key], actual[key], `${path}.${key}`))
    return {
      compared: parts.reduce((sum, part) => sum + part.compared, 0),
      differing: parts.flatMap(part => part.differing),
    }
  }
  const isSame = Object.is(expected, actual)
  return { compared: 1, differing: isSame ? [] : [{ path, relative: relativeGap(expected, actual) }] }
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function relativeGap(expected: unknown, actual: unknown): number {
  if (typeof expected !== 'number' || typeof actual !== 'number') return Number.POSITIVE_INFINITY
  return Math.abs(actual - expected) / Math.max(Math.abs(expected), Math.abs(actual))
}
