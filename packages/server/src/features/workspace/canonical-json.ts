import { type Spot, stepDown } from './canonical-depth.ts'
import { pythonText } from './python-json.ts'

/** JSON with keys in order, no spaces and everything beyond ASCII escaped: equal values have equal texts. */
export function canonicalJson(value: unknown, spot: Spot | null = null): string {
  if (typeof value === 'string') return pythonText(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => canonicalJson(item, stepDown(spot, index))).join()}]`
  }
  const record = value as Readonly<Record<string, unknown>>
  const keys = Object.keys(record).sort()
  return `{${keys.map(key => `${pythonText(key)}:${canonicalJson(record[key], stepDown(spot, key))}`).join()}}`
}
