/**
 * JSON as RFC 8785 writes it: keys sorted by UTF-16 units, no spaces, numbers as JavaScript prints them. Equal values have
 * equal texts, so a digest of the text is a digest of the value. What JSON can not hold is left out, or null in a list.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`)
  return `{${fields.join(',')}}`
}
