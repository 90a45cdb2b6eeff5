import { describe, expect, it } from 'vitest'
import type { Readout, ReadoutCell } from '../../event-store/event-store.ts'
import { srmCauses } from './srm-causes.ts'

const DAY_0 = 20_000
const SPLIT = [1, 1]

interface Part {
  readonly counts: readonly number[]
  readonly day?: number
  readonly stratum?: string
}

function readoutOf(parts: readonly Part[], population: Partial<Readout['population']> = {}): Readout {
  const cells = parts.flatMap(({ counts, day = 0, stratum = null }) =>
    counts.flatMap((n, arm): ReadoutCell[] =>
      n === 0
        ? []
        : [
            {
              arm,
              stratum,
              quarter: null,
              hasAllCovariates: false,
              exposureDay: DAY_0 + day,
              metrics: [{ converted: 0, outcome: { n, mean: 0, m2: 0 } }],
              crossed: null,
              paired: null,
            },
          ],
    ),
  )
  const nobody = { manuallyExcludedByArm: [0, 0], rateSpikeExcludedByArm: [0, 0] }
  const conflicts = { severalArms: 0, treatedAndHeldOut: 0, severalStrata: 0, covariate: 0, identity: 0 }
  const everybody = { treatedUsers: 10_000, ...nobody, conflicts, ...population }
  return { cells, population: everybody } as Partial<Readout> as Readout
}

const codes = (readout: Readout, change: Parameters<typeof srmCauses>[2] = null) =>
  srmCauses(readout, SPLIT, change).map(({ code }) => code)

describe('the causes of a wrong split', () => {
  it('name the one day on which it is wrong', () => {
    const days = [0, 1, 2, 3].map(day => ({ counts: day === 2 ? [1000, 400] : [1000, 1000], day }))

    expect(srmCauses(readoutOf(days), SPLIT, null)).toMatchObject([
      { code: 'one_day', evidence: { date: '2024-10-06', observed_counts: [1000, 400] } },
    ])
  })

  it('name the one stratum in which it is wrong', () => {
    const strata = ['ios', 'android', 'web'].map(stratum => ({
      counts: stratum === 'web' ? [500, 900] : [800, 810],
      stratum,
    }))

    expect(srmCauses(readoutOf(strata), SPLIT, null)).toMatchObject([
      { code: 'one_stratum', evidence: { stratum: 'web' } },
    ])
  })

  it('name an arm that ran on fewer days', () => {
    const days = [
      { counts: [1000, 0], day: 0 },
      { counts: [1000, 1000], day: 1 },
      { counts: [1000, 1000], day: 2 },
    ]

    expect(srmCauses(readoutOf(days), SPLIT, null)[0]).toEqual({
      code: 'one_day',
      evidence: {
        date: '2024-10-04',
        observed_counts: [1000, 0],
        p_value_log10: expect.any(Number),
        p_value_without: 1,
      },
    })
    expect(codes(readoutOf(days))).toContain('arms_ran_on_different_days')
  })

  it('name a filter that takes more from one arm', () => {
    const readout = readoutOf([{ counts: [1000, 700] }], { rateSpikeExcludedByArm: [5, 300] })

    expect(srmCauses(readout, SPLIT, null)).toMatchObject([
      { code: 'uneven_filter', evidence: { reason: 'rate_spike', by_arm: [5, 300] } },
    ])
  })

  it('put what is certain first: an arm without persons, a split that was changed', () => {
    const readout = readoutOf([{ counts: [1000, 0] }])

    expect(codes(readout, { atStart: [90, 10], now: [50, 50] })).toEqual(['split_changed', 'arm_without_persons'])
    expect(codes(readout, { atStart: [50, 50], now: [1, 1] })).toEqual(['arm_without_persons'])
  })

  it('name persons who were in several arms before their ids were linked', () => {
    const conflicts = { severalArms: 50, treatedAndHeldOut: 0, severalStrata: 0, covariate: 0, identity: 0 }

    expect(codes(readoutOf([{ counts: [1000, 800] }], { conflicts }))).toEqual(['persons_in_several_arms'])
  })

  it('are none where the whole of it is wrong alike', () => {
    const days = [0, 1, 2].map(day => ({ counts: [1000, 700], day }))

    expect(codes(readoutOf(days))).toEqual([])
  })
})
