import type { Inference } from '../src/inference.ts'
import type { OracleCase } from './oracle-suite.ts'

/** A case whose error is judged against `scale` instead of its own size: interval ends near 0, say. */
export function nearCase(
  label: string,
  actual: number,
  expected: number,
  { scale, tolerance }: { readonly scale: number; readonly tolerance: number },
): OracleCase {
  const size = Math.max(scale, Math.abs(expected))
  return { label, actual: size + (actual - expected), expected: size, tolerance }
}

/** One case a field; a null of the oracle says that it has no value there. */
export function fieldCases<K extends string>(
  label: string,
  actual: Readonly<Record<K, number>>,
  expected: Readonly<Record<K, number | null>>,
  fields: readonly K[],
  tolerance?: number,
): OracleCase[] {
  return fields.flatMap(field => {
    const value = expected[field]
    if (value === null) return []
    const found = { label: `${label}: ${field}`, actual: actual[field], expected: value }
    return [tolerance === undefined ? found : { ...found, tolerance }]
  })
}

/** Cases of two lists of equal meaning; a difference in length is a case that fails. */
export function listCases(
  label: string,
  actual: ArrayLike<number>,
  expected: readonly (number | null)[],
): OracleCase[] {
  const length = { label: `${label}: length`, actual: actual.length, expected: expected.length }
  const cases = expected.flatMap((value, i) =>
    value === null ? [] : [{ label: `${label}: ${i}`, actual: actual[i] ?? Number.NaN, expected: value }],
  )
  return actual.length === expected.length ? cases : [length]
}

/** An inference that has to have no answer, as a case: 1 where the reason is the one expected. */
export function refusal<T>(inference: Inference<T>, reason: string): number {
  return !inference.ok && inference.reason === reason ? 1 : 0
}
