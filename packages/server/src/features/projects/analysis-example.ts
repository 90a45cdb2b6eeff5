/** An analysis of the example project, as `/analyze` answers it; most of what is null is left out. */
export const EXAMPLE_ANALYSIS = {
  calculations: {
    calculation_summary: {
      metric_type: 'binary',
      baseline_value: 0.042,
      mde_pct: 5,
      mde_absolute: 0.0021000000000000003,
      alpha: 0.05,
      power: 0.8,
      planned_test: 'z_test',
    },
    results: {
      sample_size_per_variant: 146642,
      total_sample_size: 293284,
      effective_daily_traffic: 7200,
      estimated_duration_days: 41,
    },
    assumptions: [
      'Pooled two-proportion z-test; baseline 0.042, planned rate 0.0441.',
      'Two-sided test at alpha 0.05, power 0.8.',
      'Users respond independently of each other, and each is counted once.',
      'sample_size_per_variant takes equal arms; sample_sizes_by_variant follows the split.',
    ],
    warnings: [],
    sample_sizes_by_variant: [146642, 146642],
    total_sample_size_for_split: 293284,
    duration_days_for_split: 41,
  },
  report: {
    executive_summary:
      'Checkout redesign: we test this change: one page instead of three. The test reads purchase among All buyers for 41 days, with 146642 users per variant.',
    calculations: {
      sample_size_per_variant: 146642,
      total_sample_size: 293284,
      estimated_duration_days: 41,
      assumptions: [
        'Pooled two-proportion z-test; baseline 0.042, planned rate 0.0441.',
        'Two-sided test at alpha 0.05, power 0.8.',
        'Users respond independently of each other, and each is counted once.',
        'sample_size_per_variant takes equal arms; sample_sizes_by_variant follows the split.',
      ],
    },
    experiment_design: {
      variants: [
        {
          name: 'A',
          description: 'Control: everything stays as it is now.',
        },
        {
          name: 'B',
          description: 'One page instead of three',
        },
      ],
      randomization_unit: 'user',
      traffic_split: [50, 50],
      target_audience: 'All buyers',
      inclusion_criteria: 'Signed in',
      exclusion_criteria: 'Staff',
      recommended_duration_days: 41,
      stopping_conditions: [
        'Stop when every variant has its planned size, and the last week is whole.',
        'Stop earlier only when a guardrail is breached, the shares of the variants do not fit, or the planned rule says so.',
      ],
    },
    metrics_plan: {
      primary: ['purchase'],
      secondary: [],
      guardrail: [],
      diagnostic: [
        'Share of users per variant (sample-ratio check)',
        'Exposures and events a day, by variant',
        'Events that come late, twice, or without a user',
      ],
    },
    guardrail_metrics: [],
    risks: {
      statistical: ['No statistical risk was found in the design.'],
      product: ['More purchases, no more refunds'],
      technical: ['No technical constraint was named: check the tracking in every variant before the start.'],
      operational: ['No operational risk was named: agree who watches the test, and who may stop it.'],
    },
    recommendations: {
      before_launch: [
        'Check the assignment, the exposure events and the primary metric with test users in every variant.',
      ],
      during_test: [
        'Watch the share of users per variant and the guardrails; do not judge the primary metric before its look.',
        'Do not change variants, split or audience while the test runs.',
      ],
      after_test: [
        'Read the planned analysis once, and decide by the rule that was set before the start.',
        'Write down the result, also when it shows no effect, and what to test next.',
      ],
    },
    open_questions: ['The purchase rate', 'Does the result hold beyond this market: EU?'],
  },
  advice: {
    available: false,
    provider: 'local_orchestrator',
    model: 'none',
    advice: null,
    raw_text: null,
    error: 'Advice is not part of this version.',
    error_code: 'request_error',
  },
}
