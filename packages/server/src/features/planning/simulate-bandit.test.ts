import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'
import { banditComputation, chunkCount } from './bandit-computation.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

const BANDIT = { arm_rates: [0.02, 0.05, 0.1], horizon: 1000, num_simulations: 200 }

async function simulate(change: Record<string, unknown> = {}) {
  return test.send('POST', '/api/v1/simulate/bandit', { ...BANDIT, ...change })
}

describe('POST /simulate/bandit', () => {
  it('pulls the best arm most, and regrets less than an even split', async () => {
    const { status, body } = await simulate()

    expect(status).toBe(200)
    expect(body.best_arm_index).toBe(2)
    expect(body.arm_allocation.reduce((sum: number, share: number) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(body.best_arm_allocation).toBeGreaterThan(0.6)
    expect(body.probability_best_arm).toBeGreaterThan(0.9)
    expect(body.final_bandit_regret).toBeLessThan(body.final_uniform_regret / 2)
    expect(body.final_uniform_regret).toBeCloseTo((0.1 - 0.17 / 3) * 1000, 9)
  })

  it('has a curve of at most 40 points that rises to the final regret', async () => {
    const { body } = await simulate()
    const short = await simulate({ horizon: 12 })

    const regrets = body.regret_curve.map((point: Record<string, number>) => point.bandit_cumulative_regret)
    expect(regrets).toHaveLength(40)
    expect(regrets).toEqual([...regrets].sort((a, b) => a - b))
    expect(regrets.at(-1)).toBe(body.final_bandit_regret)
    expect(short.body.regret_curve.map((point: Record<string, number>) => point.step)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    )
  })

  it('gives the same answer for the same seed, another for another', async () => {
    const [first, second, other] = await Promise.all([simulate(), simulate(), simulate({ seed: 7, horizon: 999 })])

    expect(first!.body).toEqual(second!.body)
    expect(other!.body.arm_allocation).not.toEqual(first!.body.arm_allocation)
  })

  it('draws a seed when it is given none', async () => {
    const first = await simulate({ seed: null })
    const second = await simulate({ seed: null, num_simulations: 201 })

    expect(first.status).toBe(200)
    expect(first.body.arm_allocation).not.toEqual(second.body.arm_allocation)
  })

  it('does not depend on how many threads share the work', () => {
    const simulations = 110
    const whole = {
      rates: [0.1, 0.2],
      horizon: 50,
      simulations,
      seed: 5,
      chunks: [0, chunkCount(simulations)] as const,
    }
    const { run, parts } = banditComputation
    const nobody = () => undefined

    const alone = run(whole, nobody)
    const shared = [2, 3, 4, 9].map(count => parts!.merge(parts!.split(whole, count).map(part => run(part, nobody))))

    for (const merged of shared) expect(merged).toEqual(alone)
    expect(alone.simulations).toBe(simulations)
  })

  it('answers the largest that is allowed', async () => {
    const rates = Array.from({ length: 10 }, (_, index) => 0.02 + 0.01 * index)

    const { status, body } = await simulate({ arm_rates: rates, horizon: 5000, num_simulations: 2000 })

    expect(status).toBe(200)
    expect(body.num_simulations).toBe(2000)
  })

  it.each([
    ['one arm', { arm_rates: [0.1] }, 'arm_rates'],
    ['a rate above 1', { arm_rates: [0.1, 1.1] }, 'arm_rates'],
    ['a horizon of 5', { horizon: 5 }, 'horizon'],
    ['a horizon of 6000', { horizon: 6000 }, 'horizon'],
    ['no simulation', { num_simulations: 0 }, 'num_simulations'],
    ['too many simulations', { num_simulations: 2001 }, 'num_simulations'],
    ['a seed with a fraction', { seed: 1.5 }, 'seed'],
    ['an unknown key', { colour: 'red' }, 'colour'],
  ])('refuses %s', async (_name, change, field) => {
    const { status, body } = await simulate(change)

    expect(status).toBe(422)
    expect(body.detail[0].loc).toContain(field)
  })

  it('has a limit of its own beside the general one', async () => {
    const limited = await newTestApp({ AB_HEAVY_RATE_LIMIT_REQUESTS: '2' })
    const ask = () => limited.send('POST', '/api/v1/simulate/bandit', { ...BANDIT, num_simulations: 1 })

    const answers = [await ask(), await ask(), await ask()]
    const other = await limited.send('POST', '/api/v1/srm-check', {
      observed_counts: [10, 10],
      expected_fractions: [0.5, 0.5],
    })

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    expect(answers[2]!.body.error_code).toBe('rate_limited')
    expect(other.status).toBe(200)
    await limited.close()
  })
})
