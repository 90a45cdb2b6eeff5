import { describe, expect, it } from 'vitest'
import type { ArmEvidence } from './arm-evidence.ts'
import { type Case, judge } from './verdict.ts'

const arm = (change: Partial<ArmEvidence> = {}): ArmEvidence => ({
  arm: 1,
  outcome: 'inconclusive',
  shows: 'effect',
  basis: null,
  effectRelative: 5,
  pValue: 0.2,
  pValueLog10: -0.7,
  probability: 0.9,
  lower: -1,
  upper: 3,
  practical: 'met',
  ...change,
})
const win = (change: Partial<ArmEvidence> = {}) =>
  arm({ outcome: 'win', basis: 'look', pValue: 0.001, probability: 0.999, lower: 1, ...change })
const loss = (change: Partial<ArmEvidence> = {}) =>
  arm({ outcome: 'loss', basis: 'look', pValue: 0.001, probability: 0.001, upper: -1, ...change })

const given = (change: Partial<Case> = {}): Case => ({
  comparisonCount: change.arms?.length ?? 1,
  totalExposed: 1000,
  arms: [arm()],
  srm: [],
  guardrails: [],
  unsupported: [],
  isComplete: false,
  lastLook: null,
  isFutile: false,
  informationFraction: 0.4,
  worthwhileEffect: 0,
  ...change,
})
const SRM = [{ code: 'srm_mismatch', params: { p_value: 0 } }]
const UNREAD = [{ code: 'not_available_in_this_version', params: { field: 'metric_type' } }]
const BREACH = [{ code: 'guardrail_breach', params: { metric: 'refunds' } }]

describe('the policy table', () => {
  const table: [string, Partial<Case>, string, string, string[]][] = [
    ['nobody exposed', { arms: [], comparisonCount: 1, totalExposed: 0 }, 'keep_running', 'low', ['no_exposures']],
    ['too few per arm', { arms: [], comparisonCount: 1 }, 'keep_running', 'low', ['insufficient_per_arm']],
    [
      'too few per arm, and SRM',
      { arms: [], comparisonCount: 1, srm: SRM },
      'no_ship',
      'low',
      ['insufficient_per_arm'],
    ],
    [
      'a win at an interim look',
      { arms: [win({ probability: 0.999 })], lastLook: 2 },
      'ship',
      'high',
      ['significant_win', 'practical_threshold_met', 'bayesian_win', 'sequential_crossed'],
    ],
    [
      'an interim look that was not crossed',
      { arms: [arm({ basis: 'look' })], lastLook: 1 },
      'keep_running',
      'low',
      ['sequential_not_crossed', 'inconclusive_ci', 'info_fraction_incomplete'],
    ],
    [
      'the last look, not crossed',
      { arms: [arm({ basis: 'look' })], lastLook: 3, isComplete: true },
      'no_ship',
      'medium',
      ['info_fraction_complete_no_effect'],
    ],
    [
      'futility at an interim look',
      { arms: [arm({ basis: 'look' })], lastLook: 2, isFutile: true },
      'no_ship',
      'medium',
      ['futility_bound_reached'],
    ],
    [
      'a breached guardrail beats a win',
      { arms: [win()], guardrails: BREACH, isComplete: true },
      'no_ship',
      'high',
      ['significant_win', 'practical_threshold_met', 'bayesian_win', 'guardrail_vetoed'],
    ],
    ['SRM beats a win', { arms: [win()], srm: SRM, isComplete: true }, 'no_ship', 'low', ['blocked_untrustworthy']],
    [
      'a strong win at the look',
      { arms: [win()], isComplete: true },
      'ship',
      'high',
      ['significant_win', 'practical_threshold_met', 'bayesian_win'],
    ],
    [
      'a win at the look',
      { arms: [win({ probability: 0.97 })], isComplete: true },
      'ship',
      'medium',
      ['significant_win', 'practical_threshold_met', 'bayesian_win'],
    ],
    [
      'an early win by the always-valid bound',
      { arms: [win({ basis: 'always_valid' })] },
      'ship',
      'medium',
      ['significant_win', 'practical_threshold_met', 'bayesian_win', 'anytime_valid_confirmed'],
    ],
    [
      'a win beside a loss',
      { arms: [win(), loss({ arm: 2 })], isComplete: true },
      'ship',
      'high',
      ['significant_win', 'practical_threshold_met', 'bayesian_win', 'significant_loss'],
    ],
    [
      'a win that something unread could veto',
      { arms: [win()], isComplete: true, unsupported: UNREAD },
      'keep_running',
      'low',
      ['significant_win', 'practical_threshold_met', 'bayesian_win'],
    ],
    [
      'a win proven too small',
      { arms: [win({ practical: 'proven_below' })], isComplete: true },
      'no_ship',
      'medium',
      ['significant_win', 'below_practical_threshold_proven', 'bayesian_win'],
    ],
    [
      'a win perhaps too small, at the look',
      { arms: [win({ practical: 'uncertain' })], isComplete: true },
      'no_ship',
      'medium',
      [
        'significant_win',
        'practical_threshold_uncertain',
        'bayesian_win',
        'statistically_positive_but_below_practical_threshold',
      ],
    ],
    [
      'a win perhaps too small, early',
      { arms: [win({ practical: 'uncertain', basis: 'always_valid' })] },
      'keep_running',
      'low',
      [
        'significant_win',
        'practical_threshold_uncertain',
        'bayesian_win',
        'anytime_valid_confirmed',
        'info_fraction_incomplete',
      ],
    ],
    ['losses only, at the look', { arms: [loss()], isComplete: true }, 'no_ship', 'high', ['significant_loss']],
    [
      'losses only, early',
      { arms: [loss({ basis: 'always_valid' })] },
      'no_ship',
      'medium',
      ['significant_loss', 'anytime_valid_confirmed'],
    ],
    [
      'a loss while another arm is open',
      { arms: [loss({ basis: 'always_valid' }), arm({ arm: 2 })] },
      'keep_running',
      'low',
      [
        'significant_loss',
        'anytime_valid_confirmed',
        'fixed_horizon_before_planned_read',
        'inconclusive_ci',
        'info_fraction_incomplete',
      ],
    ],
    ['no effect at the look', { isComplete: true }, 'no_ship', 'medium', ['planned_sample_complete_no_effect']],
    [
      'no effect yet',
      {},
      'keep_running',
      'low',
      ['fixed_horizon_before_planned_read', 'inconclusive_ci', 'info_fraction_incomplete'],
    ],
  ]

  it.each(table)('%s', (_name, change, verdict, confidence, codes) => {
    const judged = judge(given(change))

    expect(judged).toMatchObject({ verdict, confidence })
    expect(judged.reasons.map(({ code }) => code)).toEqual(codes)
  })

  it('a loss counts as the whole only when every comparison of the design has lost', () => {
    const judged = judge(given({ arms: [loss()], comparisonCount: 2 }))

    expect(judged.verdict).toBe('keep_running')
  })
})
