import type { Cell } from '../sheets/sheet.ts'

/** Every value of a payload under its dotted path; a list is JSON in one cell. */
export function payloadRows(payload: object): readonly (readonly [path: string, value: Cell])[] {
  return Object.entries(payload).flatMap(([key, value]) => rowsOf(key, value))
}

function rowsOf(path: string, value: unknown): readonly (readonly [string, Cell])[] {
  if (Array.isArray(value)) return [[path, JSON.stringify(value)]]
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, each]) => rowsOf(`${path}.${key}`, each))
  const isCell = ['string', 'number', 'boolean'].includes(typeof value)
  return [[path, isCell ? (value as Cell) : null]]
}
