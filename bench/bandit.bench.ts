import { banditResult, simulateBandit } from '@verdict/stats'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { answered } from './answered.ts'
import { textbookBandit } from './raw/textbook-bandit.ts'
import { compareTwoSides } from './two-sides.ts'

// Thompson sampling of ten arms on one thread; the textbook draws every gamma value by itself.
const HORIZON = 5000
const SIMULATIONS = 2000
const CHECKED_SIMULATIONS = 400
const rates = Array.from({ length: 10 }, (_, arm) => (4 + arm) / 100)

const verdict = (simulations: number) => {
  const run = answered(simulateBandit({ rates, horizon: HORIZON, simulations, random: xoroshiro128plus(5) }))
  const { finalBanditRegret, bestArmAllocation } = banditResult(run)
  return { regret: finalBanditRegret, bestArmAllocation }
}
const textbook = (simulations: number) => textbookBandit({ rates, horizon: HORIZON, simulations, seed: 5 })
const checked = { verdict: verdict(CHECKED_SIMULATIONS), textbook: textbook(CHECKED_SIMULATIONS) }

compareTwoSides({
  bench: 'bandit',
  size: { arms: rates.length, horizon: HORIZON, simulations: SIMULATIONS },
  verdict: () => verdict(SIMULATIONS),
  textbook: () => textbook(SIMULATIONS),
  gap: () => Math.abs(checked.verdict.regret / checked.textbook.regret - 1),
  within: 0.05,
  unit: `relative, of the mean regret of ${CHECKED_SIMULATIONS} simulations`,
  repetitions: 3,
  earlierMs: 3880,
  bar: 'earlierFactor >= 1',
})
