import { builtInTemplate } from '../built-in-template.ts'

export const featureAdoption = builtInTemplate({
  id: 'feature_adoption',
  name: 'Feature adoption',
  category: 'Engagement',
  description: 'A hint for a feature that few have found, judged by its use.',
  tags: ['adoption', 'engagement'],
  project: {
    project_name: 'Feature adoption',
    domain: 'productivity',
    product_type: 'web application',
    platform: 'web',
    market: 'all',
    project_description: 'A tool that teams use every day.',
  },
  hypothesis: {
    change_description: 'A hint beside the place where the feature helps',
    target_audience: 'Active users who have never used it',
    business_problem: 'Few users find the feature',
    hypothesis_statement: 'A hint in place raises adoption',
    what_to_validate: 'First use of the feature',
    desired_result: 'More adoption, tasks still completed',
  },
  setup: {
    expected_daily_traffic: 15_000,
    audience_share_in_test: 0.5,
    inclusion_criteria: 'Active in the last week',
    exclusion_criteria: 'Has used the feature before',
  },
  metrics: {
    primary_metric_name: 'feature_adoption_rate',
    metric_type: 'binary',
    baseline_value: 0.14,
    mde_pct: 7,
    secondary_metrics: ['weekly_active_days'],
    alpha: 0.05,
    power: 0.8,
    guardrail_metrics: [
      { name: 'task_completion_rate', metric_type: 'binary', baseline_rate: 78, direction: 'decrease_is_bad' },
    ],
  },
  constraints: { known_risks: 'A hint is new only once' },
})
