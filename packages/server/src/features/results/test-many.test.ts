import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

const METRICS = [0.01, 0.04, 0.03, 0.005].map((p_value, index) => ({ label: `m${index}`, p_value }))
const adjust = (body: Record<string, unknown>) =>
  test.send('POST', '/api/v1/multiple-testing', { metrics: METRICS, ...body })

describe('POST /multiple-testing', () => {
  it.each([
    ['bh', [0.02, 0.04, 0.04, 0.02], 4, 0.04],
    ['holm', [0.03, 0.06, 0.06, 0.02], 2, 0.01],
    ['hochberg', [0.03, 0.04, 0.04, 0.02], 4, 0.04],
    ['by', [0.041667, 0.083333, 0.083333, 0.041667], 2, 0.01],
  ])('%s, in the order of the request', async (method, adjusted, rejected, critical) => {
    const { body } = await adjust({ method })

    expect(body.results.map((result: { adjusted_p_value: number }) => result.adjusted_p_value)).toEqual(adjusted)
    expect(body).toMatchObject({
      method,
      num_tests: 4,
      num_rejected: rejected,
      threshold_rank: rejected,
      critical_value: critical,
    })
  })

  it('rejects nothing when nothing stands out', async () => {
    const { body } = await adjust({ metrics: [{ label: 'a', p_value: 1 }] })

    expect(body).toMatchObject({ num_rejected: 0, threshold_rank: 0, critical_value: 0 })
  })

  it.each([
    { metrics: [] },
    { metrics: [{ label: '', p_value: 0.1 }] },
    { metrics: [{ label: 'a', p_value: 1.1 }] },
    { metrics: Array(101).fill({ label: 'a', p_value: 0.1 }) },
    { level: 1 },
    { method: 'sidak' },
  ])('refuses %j', async body => {
    expect((await adjust(body)).status).toBe(422)
  })
})
