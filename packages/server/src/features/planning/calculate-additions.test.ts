import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newTestApp, type TestApp } from '../../test-app.ts'

const BASE = {
  metric_type: 'binary',
  baseline_value: 0.1,
  mde_pct: 10,
  alpha: 0.05,
  power: 0.8,
  expected_daily_traffic: 1000,
  audience_share_in_test: 1,
  traffic_split: [1, 1],
  variants_count: 2,
}
const MEANS = { metric_type: 'continuous', baseline_value: 45, std_dev: 12, mde_pct: 4 }

const DESIGNS: [string, Record<string, unknown>][] = [
  ['rates', {}],
  ['rates that shall fall', { direction: 'decrease' }],
  ["rates by Fisher's test", { planned_test: 'fisher_exact', mde_pct: 90 }],
  ['means', MEANS],
  ['ranks', { ...MEANS, planned_test: 'mann_whitney' }],
  ['equivalence', { ...MEANS, planned_test: 'tost', equivalence_margin_pct: 5 }],
  ['ratios', { ...MEANS, metric_type: 'ratio' }],
  ['counts', { metric_type: 'count', baseline_value: 0.3, mde_pct: 20 }],
  ['clusters', { randomization_unit: 'cluster', avg_cluster_size: 20, icc: 0.05 }],
  ['three arms', { variants_count: 3, traffic_split: [1, 1, 1] }],
]

let test: TestApp
beforeAll(async () => {
  test = await newTestApp({ AB_RATE_LIMIT_ENABLED: 'false' })
})
afterAll(() => test.close())

async function calculate(change: Record<string, unknown> = {}) {
  const { status, body } = await test.send('POST', '/api/v1/calculate', { ...BASE, ...change })
  expect(status).toBe(200)
  return body
}

describe('a size that is given', () => {
  it.each(DESIGNS)(
    'has the planned power, and no larger effect, where it is the planned size: %s',
    async (_name, design) => {
      const planned = await calculate(design)
      const size = planned.results.sample_size_per_variant

      const body = await calculate({ ...design, given_sample_size_per_variant: size })

      const asked = { ...BASE, ...design } as { mde_pct: number; equivalence_margin_pct?: number }
      const wanted = body.calculation_summary.planned_test === 'tost' ? asked.equivalence_margin_pct! : asked.mde_pct
      expect(body.achieved_power).toBeGreaterThanOrEqual(0.8 - 0.01)
      expect(body.achieved_power).toBeLessThan(0.86)
      expect(body.achievable_mde_pct / wanted).toBeGreaterThan(0.9)
      expect(body.achievable_mde_pct / wanted).toBeLessThan(1.01)
    },
  )

  it('shows less when it is smaller', async () => {
    const [small, large] = [
      await calculate({ given_sample_size_per_variant: 1000 }),
      await calculate({ given_sample_size_per_variant: 100_000 }),
    ]

    expect(small.achieved_power).toBeLessThan(large.achieved_power)
    expect(small.achievable_mde_pct).toBeGreaterThan(large.achievable_mde_pct)
  })

  it('says null where no effect at all would be seen', async () => {
    const body = await calculate({ given_sample_size_per_variant: 2, baseline_value: 0.5 })

    expect(body.achievable_mde_pct).toBeNull()
    expect(body.achieved_power).toBeLessThan(0.8)
  })

  it('is not spoken of where none is given', async () => {
    const body = await calculate()

    expect([body.achieved_power, body.achievable_mde_pct]).toEqual([null, null])
  })
})

describe('the operating characteristics of a decision rule', () => {
  const ofRule = async (policy: Record<string, unknown>, change: Record<string, unknown> = {}) => {
    const body = await calculate({ ...change, decision_policy: policy })
    return body.operating_characteristics as Record<string, number>[]
  }

  it('ships almost never without an effect, and as often as planned with the planned one', async () => {
    const rows = await ofRule({})

    expect(rows.map(row => row.true_effect_multiple)).toEqual([0, 0.5, 1, 1.5, 2])
    expect(rows[0]!.ship).toBeLessThanOrEqual(0.027)
    expect(rows[2]!.ship).toBeGreaterThan(0.78)
    expect(rows[2]!.ship).toBeLessThan(0.84)
    expect(rows.map(row => row.ship)).toEqual(rows.map(row => row.ship).sort((a, b) => a! - b!))
  })

  it('sums to one, and stops sooner when the effect is larger', async () => {
    const rows = await ofRule({ monitoring: 'group_sequential' }, { n_looks: 5 })

    for (const row of rows) expect(row.ship! + row.no_ship! + row.keep_running!).toBeCloseTo(1, 3)
    expect(rows[4]!.expected_information_fraction).toBeLessThan(rows[2]!.expected_information_fraction!)
  })

  it('keeps running at the planned size where only always-valid evidence counts', async () => {
    const rows = await ofRule({ monitoring: 'always_valid' })

    expect(rows[0]!.keep_running).toBeGreaterThan(0.9)
    expect(rows[2]!.ship).toBeLessThan(0.7)
  })

  it('ships less where the effect has to be worthwhile, and never at half of it', async () => {
    const [any, worthwhile] = [await ofRule({}), await ofRule({ minimum_worthwhile_effect_pct: 10 })]

    expect(worthwhile[2]!.ship).toBeLessThan(0.03)
    expect(worthwhile[4]!.ship).toBeLessThan(any[4]!.ship!)
    expect(worthwhile[4]!.ship).toBeGreaterThan(0.7)
  })

  it('takes the effect in analysis units too', async () => {
    const [percent, points] = [
      await ofRule({ minimum_worthwhile_effect_pct: 5 }),
      await ofRule({ minimum_worthwhile_effect: 0.5 }),
    ]

    expect(points).toEqual(percent)
  })

  it('ends earlier with futility when there is no effect', async () => {
    const looks = { n_looks: 4 }
    const [without, futile] = [
      await ofRule({}, looks),
      await ofRule({ futility: { type: 'obrien_fleming', beta: 0.2 } }, looks),
    ]

    expect(futile[0]!.expected_information_fraction).toBeLessThan(without[0]!.expected_information_fraction! - 0.2)
    expect(futile[0]!.ship).toBeLessThanOrEqual(0.027)
  })

  it('is not spoken of without a policy, and not for equivalence', async () => {
    const tost = { ...MEANS, planned_test: 'tost', equivalence_margin_pct: 5, decision_policy: {} }
    const [plain, equivalence] = [await calculate(), await calculate(tost)]

    expect([plain.operating_characteristics, equivalence.operating_characteristics]).toEqual([null, null])
  })
})

describe('looks by a policy', () => {
  const boundaries = async (policy: Record<string, unknown>, change: Record<string, unknown> = {}) => {
    const body = await calculate({ n_looks: 3, ...change, decision_policy: policy })
    return { z: body.sequential_boundaries.map((row: { z_boundary: number }) => row.z_boundary), body }
  }

  it('follow the spending that is asked for', async () => {
    const found = await Promise.all(
      [
        { spending: 'obrien_fleming' },
        { spending: 'pocock' },
        { spending: 'lan_demets_obrien_fleming' },
        { spending: 'lan_demets_pocock' },
        { spending: 'kim_demets', spending_parameter: 2 },
        { spending: 'hwang_shih_decani', spending_parameter: -4 },
      ].map(async policy => (await boundaries(policy)).z),
    )

    expect(found[0]).toEqual([3.4711, 2.4544, 2.004])
    expect(found[1]).toEqual([2.2895, 2.2895, 2.2895])
    expect(found[2]).toEqual([3.7103, 2.5114, 1.993])
    expect(found[3]).toEqual([2.2794, 2.2949, 2.2959])
    expect(found[4]).toHaveLength(3)
    expect(found[5]).toHaveLength(3)
  })

  it('have futility bounds that meet the last one', async () => {
    const { body } = await boundaries({ futility: { type: 'pocock', beta: 0.2 } })

    const last = body.sequential_boundaries[2]
    expect(last.futility_z_boundary).toBe(last.z_boundary)
    expect(body.sequential_boundaries[0].futility_z_boundary).toBeLessThan(last.futility_z_boundary)
    expect(body.sequential_inflation_factor).toBeGreaterThan(1.05)
  })

  it('stand at the alpha of the arm', async () => {
    const arms = { variants_count: 3, traffic_split: [1, 1, 1] }
    const [bonferroni, dunnett, none] = await Promise.all(
      ['bonferroni', 'dunnett', 'none'].map(arm_adjustment => boundaries({ arm_adjustment }, arms)),
    )

    expect(none!.z).toEqual([3.4711, 2.4544, 2.004])
    expect(dunnett!.z[2]).toBeGreaterThan(none!.z[2])
    expect(dunnett!.z[2]).toBeLessThan(bonferroni!.z[2])
  })

  it('make Dunnett smaller than Bonferroni, and larger than nothing', async () => {
    const arms = { variants_count: 4, traffic_split: [1, 1, 1, 1] }
    const sizes = await Promise.all(
      ['bonferroni', 'holm', 'dunnett', 'none'].map(async arm_adjustment => {
        const body = await calculate({ ...arms, decision_policy: { arm_adjustment } })
        return body.results.sample_size_per_variant as number
      }),
    )

    const [bonferroni, holm, dunnett, none] = sizes
    expect(holm).toBe(bonferroni)
    expect(dunnett).toBeLessThan(bonferroni!)
    expect(none).toBeLessThan(dunnett!)
  })

  it('may be a hundred, off the event loop', async () => {
    const body = await calculate({ n_looks: 100 })

    expect(body.sequential_boundaries).toHaveLength(100)
    expect(body.sequential_inflation_factor).toBe(1.055)
  })
})
