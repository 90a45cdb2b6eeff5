import { builtInTemplate } from '../built-in-template.ts'

export const trialToPaid = builtInTemplate({
  id: 'trial_to_paid',
  name: 'Trial to paid',
  category: 'SaaS Monetization',
  description: 'A different end of the trial, judged by revenue per trial.',
  tags: ['trial', 'subscription', 'revenue'],
  project: {
    project_name: 'Trial to paid',
    domain: 'software as a service',
    product_type: 'subscription',
    platform: 'web',
    market: 'all',
    project_description: 'A free trial of two weeks.',
  },
  hypothesis: {
    change_description: 'The plan is chosen on the first day, not on the last',
    target_audience: 'New trials',
    business_problem: 'Few trials turn into paid plans',
    hypothesis_statement: 'An early choice raises revenue per trial',
    what_to_validate: 'Monthly revenue per trial started',
    desired_result: 'More revenue per trial, no less per customer',
  },
  setup: {
    expected_daily_traffic: 1200,
    audience_share_in_test: 0.96,
    inclusion_criteria: 'Starts a trial',
    exclusion_criteria: 'Second trials',
  },
  metrics: {
    primary_metric_name: 'mrr_per_trial_start',
    metric_type: 'continuous',
    baseline_value: 21.4,
    std_dev: 58,
    mde_pct: 6,
    secondary_metrics: ['days_to_payment'],
    alpha: 0.05,
    power: 0.8,
    guardrail_metrics: [
      {
        name: 'average_revenue_per_account',
        metric_type: 'continuous',
        baseline_mean: 74,
        std_dev: 24,
        direction: 'decrease_is_bad',
      },
    ],
  },
  constraints: { known_risks: 'Revenue is skewed: a few large accounts carry much of it' },
})
