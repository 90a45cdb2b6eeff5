import { mannWhitneyTest } from '@verdict/stats'
import { answered } from './answered.ts'
import { textbookMannWhitney } from './raw/textbook-mann-whitney.ts'
import { relativeGap } from './relative-gap.ts'
import { sampleValues } from './sample-values.ts'
import { compareTwoSides } from './two-sides.ts'

// Mann-Whitney with the Hodges-Lehmann shift and its interval.
const [control, treatment] = [sampleValues(1000, 11, 1), sampleValues(1000, 12, 1.03)]

compareTwoSides<Readonly<Record<string, number>>>({
  bench: 'mann-whitney',
  size: { control: control.length, treatment: treatment.length },
  verdict: () => {
    const { effect, lower, upper, u, statistic, pValue } = answered(mannWhitneyTest(control, treatment, 0.05))
    return { effect, lower, upper, u, statistic, pValue }
  },
  textbook: () => textbookMannWhitney(control, treatment, 0.05),
  gap: relativeGap,
  within: 1e-12,
  unit: 'relative, of every number',
  earlierMs: 268,
  bar: 'earlierFactor >= 20',
})
