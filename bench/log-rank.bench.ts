import { logRankTest } from '@verdict/stats'
import { answered } from './answered.ts'
import { randomFractions } from './raw/random-fractions.ts'
import { textbookLogRank } from './raw/textbook-log-rank.ts'
import { relativeGap } from './relative-gap.ts'
import { compareTwoSides } from './two-sides.ts'

// The log-rank test of ten arms; about a third of the persons are censored.
const ARMS = 10
const PERSONS = 1000
const fraction = randomFractions(3)
const arms = Array.from({ length: ARMS }, (_, arm) => {
  const persons = Array.from({ length: PERSONS }, () => {
    const event = -Math.log(fraction()) * (10 + arm / 5)
    const end = -Math.log(fraction()) * 20
    return { duration: Math.round(1e4 * Math.min(event, end)) / 1e4, event: event <= end }
  })
  return { durations: persons.map(({ duration }) => duration), events: persons.map(({ event }) => event) }
})

compareTwoSides<Readonly<Record<string, number>>>({
  bench: 'log-rank',
  size: { arms: ARMS, persons: PERSONS },
  verdict: () => {
    const { chiSquare, pValue } = answered(logRankTest(arms))
    return { chiSquare, pValue }
  },
  textbook: () => textbookLogRank(arms),
  gap: relativeGap,
  within: 1e-10,
  unit: 'relative, of every number',
  earlierMs: 3317,
  bar: 'earlierFactor >= 200',
})
