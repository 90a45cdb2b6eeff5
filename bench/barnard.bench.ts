import { barnardTest } from '@verdict/stats'
import { answered } from './answered.ts'
import { textbookBarnard } from './raw/textbook-barnard.ts'
import { compareTwoSides, type TwoSides } from './two-sides.ts'

// Barnard's exact test; the textbook sums every table at 1,000 rates. A peak between two of them it misses by a
// little, and never does it find more.
const RATES = 1000

compare(100, 14, 25, { earlierMs: 143, bar: 'earlierFactor >= 10' })
compare(1000, 140, 170, { repetitions: 3, bar: 'verdict_ms <= 2000' })

function compare(
  n: number,
  control: number,
  treatment: number,
  more: Pick<TwoSides<number>, 'repetitions' | 'earlierMs' | 'bar'>,
): void {
  const [ofControl, ofTreatment] = [
    { successes: control, n },
    { successes: treatment, n },
  ]
  compareTwoSides<number>({
    bench: 'barnard',
    size: { control: n, treatment: n, rates: RATES },
    verdict: () => answered(barnardTest(ofControl, ofTreatment, 0.05)).pValue,
    textbook: () => textbookBarnard(ofControl, ofTreatment, RATES).pValue,
    gap: (verdict, textbook) => (textbook > verdict * (1 + 1e-12) ? Number.POSITIVE_INFINITY : 1 - textbook / verdict),
    within: 1e-3,
    unit: 'relative, of the p-value',
    ...more,
  })
}
