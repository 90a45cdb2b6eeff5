import { bidiText } from './bidi-text.ts'
import type { Direction } from './chart-frame.tsx'

/** Persons in one arm, and how many the traffic split foresees. What is no finite count shows a dash. */
export interface ArmCount {
  readonly label: string
  readonly observed: number | null
  readonly expected: number | null
}

/** The same as fractions of all persons, and in print: "5,023 (51.50%) / 5,000 (50.00%)". */
export interface ArmShare {
  readonly label: string
  readonly observed: number | null
  readonly expected: number | null
  readonly numbers: string
}

const NO_NUMBER = '–'

export function armShares(arms: readonly ArmCount[], locale: string, direction: Direction): ArmShare[] {
  const observedTotal = totalOf(arms.map(arm => arm.observed))
  const expectedTotal = totalOf(arms.map(arm => arm.expected))
  const print = countFormat(locale, direction, expectedTotal)
  return arms.map(arm => ({
    label: arm.label,
    observed: shareOf(arm.observed, observedTotal),
    expected: shareOf(arm.expected, expectedTotal),
    numbers: `${print(arm.observed, observedTotal)} / ${print(arm.expected, expectedTotal)}`,
  }))
}

function countFormat(locale: string, direction: Direction, magnitude: number) {
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: magnitude < 1000 ? 1 : 0 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 2 })
  return (value: number | null, total: number) => {
    const share = shareOf(value, total)
    const text = value === null || share === null ? NO_NUMBER : `${count.format(value)} (${percent.format(share)})`
    return bidiText(text, direction)
  }
}

function totalOf(counts: readonly (number | null)[]): number {
  return counts.reduce<number>((total, count) => total + (isCount(count) ? count : 0), 0)
}

function shareOf(count: number | null, total: number): number | null {
  return isCount(count) && total > 0 ? count / total : null
}

function isCount(value: number | null): value is number {
  return value !== null && Number.isFinite(value) && value >= 0
}
