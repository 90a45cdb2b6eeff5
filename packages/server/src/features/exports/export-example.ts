/** A small report, shown in the documentation of the API. */
export const EXAMPLE_REPORT = {
  executive_summary: 'Checkout redesign: we test one page instead of three, among all buyers, for 12 days.',
  calculations: {
    sample_size_per_variant: 42_000,
    total_sample_size: 84_000,
    estimated_duration_days: 12,
    assumptions: ['Two-sided test at alpha 0.05, power 0.8.'],
    design_effect: null,
    clusters_per_variant: null,
  },
  experiment_design: {
    variants: [
      { name: 'A', description: 'Control: everything stays as it is now.' },
      { name: 'B', description: 'One page instead of three' },
    ],
    randomization_unit: 'user',
    traffic_split: [50, 50],
    target_audience: 'All buyers',
    inclusion_criteria: 'Signed in',
    exclusion_criteria: 'Staff',
    recommended_duration_days: 12,
    stopping_conditions: ['Stop when every variant has its planned size.'],
  },
  metrics_plan: { primary: ['purchase'], secondary: [], guardrail: ['refunds'], diagnostic: ['Exposures a day'] },
  guardrail_metrics: [
    {
      name: 'refunds',
      metric_type: 'binary',
      baseline: 3,
      detectable_mde_pp: 0.33,
      detectable_mde_absolute: null,
      note: 'A change of this size is seen with 80 % power.',
    },
  ],
  risks: { statistical: [], product: ['More refunds'], technical: [], operational: [] },
  recommendations: { before_launch: ['Check the tracking.'], during_test: [], after_test: [] },
  open_questions: ['Does it hold outside of the EU?'],
}
