import { chiSquareLogSurvival, chiSquareSurvival } from '../distributions/chi-square.ts'
import type { Inference, NoAnswerReason } from '../inference.ts'
import { answer, noAnswer } from '../inference.ts'
import { deviance } from '../special/deviance.ts'

/** A test of independence of rows and columns. */
export interface ContingencyTest {
  readonly statistic: number
  readonly degreesOfFreedom: number
  readonly pValue: number
  readonly pValueLog10: number
  /** sqrt(statistic / (N min(rows - 1, columns - 1))), 0 to 1 for chi-square */
  readonly cramersV: number
  readonly total: number
  /** below 5 the chi-square approximation is doubtful */
  readonly leastExpected: number
}

/** Pearson's chi-square test (1900) of an r x c table of counts, without continuity correction; empty lines: `zero_total`. */
export function chiSquareTest(table: readonly (readonly number[])[]): Inference<ContingencyTest> {
  return testTable(table, (observed, expected) => (observed - expected) ** 2 / expected)
}

/** The likelihood-ratio (G) test of the same table: 2 sum O ln(O / E) (Wilks 1938), summed as deviances >= 0. */
export function gTest(table: readonly (readonly number[])[]): Inference<ContingencyTest> {
  return testTable(table, (observed, expected) => 2 * deviance(observed, expected))
}

function testTable(
  table: readonly (readonly number[])[],
  distance: (observed: number, expected: number) => number,
): Inference<ContingencyTest> {
  const fault = tableFault(table)
  if (fault) return noAnswer(fault)
  const rows = table.map(sum)
  const columns = table[0]!.map((_, j) => sum(table.map(row => row[j]!)))
  if ([...rows, ...columns].some(margin => margin === 0)) return noAnswer('zero_total')
  const total = sum(rows)
  const expected = rows.map(row => columns.map(column => row * (column / total)))
  const statistic = sum(table.flatMap((row, i) => row.map((observed, j) => distance(observed, expected[i]![j]!))))
  const degreesOfFreedom = (rows.length - 1) * (columns.length - 1)
  return answer({
    statistic,
    degreesOfFreedom,
    pValue: chiSquareSurvival(statistic, degreesOfFreedom),
    pValueLog10: chiSquareLogSurvival(statistic, degreesOfFreedom) / Math.LN10,
    cramersV: Math.sqrt(statistic / total / Math.min(rows.length - 1, columns.length - 1)),
    total,
    leastExpected: Math.min(...expected.flat()),
  })
}

function tableFault(table: readonly (readonly number[])[]): NoAnswerReason | null {
  const width = table[0]?.length ?? 0
  if (table.length < 2 || width < 2) return 'no_degrees_of_freedom'
  if (table.some(row => !row.every(Number.isFinite))) return 'not_finite'
  return table.every(row => row.length === width && row.every(count => count >= 0)) ? null : 'out_of_range'
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
