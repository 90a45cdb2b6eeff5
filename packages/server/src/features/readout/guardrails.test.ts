import { type Moments, mergeMoments, normalUpperQuantile } from '@verdict/stats'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import type { Readout } from '../../event-store/event-store.ts'
import { parserOf } from '../../http/validation.ts'
import { ExperimentInput, type ExperimentPayload } from '../projects/experiment-input.ts'
import type { Project } from '../projects/project.ts'
import { EXAMPLE_PROJECT } from '../projects/project-example.ts'
import { findHarm, type GuardrailFinding, statusOf } from './guardrails.ts'

const LATENCY = { name: 'latency', metric_type: 'continuous', baseline_mean: 0.1, std_dev: 0.0447 }
const INFORMATION = { plannedSize: 2000, fraction: 0.5 }

const parse = parserOf(ExperimentInput, 'body')

function projectWith(guardrail: Record<string, unknown>): Project {
  const payload = structuredClone(EXAMPLE_PROJECT) as { metrics: Record<string, unknown> }
  payload.metrics.guardrail_metrics = [guardrail]
  return { id: 'x', payload: parse(payload) as ExperimentPayload } as Project
}

function findingOf(guardrail: Record<string, unknown>, control: Moments, treatment: Moments): GuardrailFinding {
  const cells = [control, treatment].map((outcome, arm) => ({
    arm,
    stratum: null,
    quarter: null,
    hasAllCovariates: false,
    exposureDay: 0,
    metrics: [
      { converted: 0, outcome: { n: outcome.n, mean: 0, m2: 0 } },
      { converted: 0, outcome },
    ],
    crossed: null,
    paired: null,
  }))
  return findHarm(projectWith(guardrail), { cells } as Partial<Readout> as Readout, INFORMATION)[0]!
}

/** 1,000 persons with a variance of their mean of 2e-6. */
const arm = (mean: number): Moments => ({ n: 1000, mean, m2: 2e-6 * 1000 * 999 })

describe('a guardrail', () => {
  const margin = { ...LATENCY, non_inferiority_margin_pct: 1 }

  it('gives the golden values: .004 worse, variance 4e-6, margin .001', () => {
    const finding = findingOf(margin, arm(0.1), arm(0.104))

    const { harm } = finding.comparisons[0]!
    if (!harm.ok) throw new Error(harm.reason)
    expect(harm.value.lowerBound).toBeCloseTo(0.00071, 6)
    expect(harm.value.pValue).toBeCloseTo(0.0668072, 6)
    expect(statusOf(finding)).toBe('warning')
  })

  it('turns the sign where a fall is bad', () => {
    const falling = findingOf({ ...margin, direction: 'decrease_is_bad' }, arm(0.1), arm(0.104))
    const rising = findingOf({ ...margin, direction: 'decrease_is_bad' }, arm(0.1), arm(0.096))

    expect([statusOf(falling), statusOf(rising)]).toEqual(['ok', 'warning'])
  })

  it('is breached only by harm that holds at every look', () => {
    const large = findingOf(margin, arm(0.1), arm(0.112))

    expect(statusOf(large)).toBe('breached')
  })

  it('has no answer for one person, or for arms without spread', () => {
    const one = findingOf(margin, { n: 1, mean: 1, m2: 0 }, arm(0.1))
    const flat = findingOf(margin, { n: 10, mean: 1, m2: 0 }, { n: 10, mean: 2, m2: 0 })

    const reasons = [one, flat].map(({ comparisons }) => {
      const { harm } = comparisons[0]!
      return harm.ok ? 'answer' : harm.reason
    })
    expect(reasons).toEqual(['too_few_persons', 'zero_variance'])
  })

  it('is vetoed in no more than alpha of all experiments, however often it is read, with harm exactly at the margin', () => {
    const generator = xoroshiro128plus(5)
    const normal = () => normalUpperQuantile(uniformFloat64(generator) + 2 ** -54)
    const day = (mean: number): Moments => ({ n: 100, mean: mean + 0.0447 * normal() * 0.1, m2: 0.0447 ** 2 * 99 })
    const runs = 600
    let vetoed = 0
    for (let run = 0; run < runs; run += 1) {
      let [control, treatment] = [day(0.1), day(0.101)]
      let isVetoed = false
      for (let read = 1; read < 40 && !isVetoed; read += 1) {
        isVetoed = statusOf(findingOf(margin, control, treatment)) === 'breached'
        control = mergeMoments(control, day(0.1))
        treatment = mergeMoments(treatment, day(0.101))
      }
      if (isVetoed) vetoed += 1
    }

    expect(vetoed / runs).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs))
    expect(vetoed).toBeGreaterThan(0)
  })
})
