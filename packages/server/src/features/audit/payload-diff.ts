type Diff = Record<string, readonly [unknown, unknown]>

/** What changed between two JSON values: dotted path to [old, new]; lists are compared and kept whole. */
export function payloadDiff(before: unknown, after: unknown, path = ''): Diff {
  if (isPlainObject(before) && isPlainObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    const parts = [...keys].map(key => payloadDiff(before[key], after[key], path === '' ? key : `${path}.${key}`))
    return Object.assign({}, ...parts) as Diff
  }
  return JSON.stringify(before) === JSON.stringify(after) ? {} : { [path]: [before ?? null, after ?? null] }
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
