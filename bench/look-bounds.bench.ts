import { obrienFlemingBounds, spendingBounds } from '@verdict/stats'
import { textbookObrienFleming, textbookSpendingBounds } from './raw/textbook-look-bounds.ts'
import { compareTwoSides } from './two-sides.ts'

// Exact two-sided group-sequential bounds at 20 looks: by alpha spending, and O'Brien and Fleming's own.
const LOOKS = 20
const GRID_POINTS = 801
const times = Array.from({ length: LOOKS }, (_, i) => (i + 1) / LOOKS)
const textbookDesign = { times, alpha: 0.05, gridPoints: GRID_POINTS }
const shared = {
  size: { looks: LOOKS, gridPoints: GRID_POINTS },
  gap: (verdict: readonly number[], textbook: readonly number[]) =>
    Math.max(...verdict.map((z, i) => Math.abs(z - textbook[i]!))),
  within: 1e-4,
  unit: 'z, of every bound',
  bar: 'verdict_ms <= 20',
}

compareTwoSides<readonly number[]>({
  ...shared,
  bench: 'look-bounds-spending',
  verdict: () => spendingBounds({ times, alpha: 0.05, sides: 2, spending: { kind: 'obrien_fleming' } }).z,
  textbook: () => textbookSpendingBounds(textbookDesign),
})

compareTwoSides<readonly number[]>({
  ...shared,
  bench: 'look-bounds-obrien-fleming',
  verdict: () => obrienFlemingBounds({ looks: LOOKS, alpha: 0.05 }).z,
  textbook: () => textbookObrienFleming(textbookDesign),
})
