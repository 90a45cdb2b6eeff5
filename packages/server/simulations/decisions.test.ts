import { describe, expect, it } from 'vitest'
import { decisionStudies } from './decision-studies.ts'
import { runDecisionStudy } from './decision-study.ts'

const RUNS = 100

describe('the decision, read after every day up to twice the plan', () => {
  // The full numbers of runs have their own command; here it is seen that the code holds to them roughly.
  it.each(decisionStudies)('$name', async ({ asked, ...study }) => {
    const shares = await runDecisionStudy({ ...study, runs: RUNS, seed: 11 })

    if (asked.what !== 'look crossed') {
      const seen = asked.what === 'ever vetoed' ? shares.everVetoed : shares.everShipped
      expect(seen).toBeLessThanOrEqual(asked.most + 3 * Math.sqrt((asked.most * (1 - asked.most)) / RUNS))
    } else {
      expect(Math.abs(shares.lookCrossed - asked.power)).toBeLessThan(3.5 * Math.sqrt(0.16 / RUNS))
      expect(shares.shippedInTheEnd).toBeGreaterThan(0.75)
    }
  })
})
