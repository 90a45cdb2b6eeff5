/** Calls by the name under which their answers are compared. */
export type NamedCalls = Readonly<Record<string, () => unknown>>

/** Every answer as JSON: finite numbers to the last bit, the others and -0 as words. */
export function answersText(calls: NamedCalls): string {
  const answers = Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, call()]))
  return JSON.stringify(answers, (_, value: unknown) => {
    const isWord = typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
    return isWord ? `number ${Object.is(value, -0) ? '-0' : value}` : value
  })
}
