import { builtInTemplate } from '../built-in-template.ts'

export const appOnboardingDropOff = builtInTemplate({
  id: 'app_onboarding_drop_off',
  name: 'App onboarding drop-off',
  category: 'Mobile Activation',
  description: 'Shorter first steps in an app, judged by activation within a day.',
  tags: ['mobile', 'onboarding', 'activation'],
  project: {
    project_name: 'App onboarding drop-off',
    domain: 'mobile',
    product_type: 'consumer app',
    platform: 'iOS and Android',
    market: 'all',
    project_description: 'The first steps after the app is installed.',
  },
  hypothesis: {
    change_description: 'Sign-up after the first useful screen instead of before',
    target_audience: 'New installs',
    business_problem: 'New users leave before they see any use',
    hypothesis_statement: 'Seeing the use first raises activation',
    what_to_validate: 'Activation within 24 hours',
    desired_result: 'More activated users, no more crashes',
  },
  setup: {
    expected_daily_traffic: 20_000,
    audience_share_in_test: 0.94,
    inclusion_criteria: 'First open of the app',
    exclusion_criteria: 'Reinstalls',
  },
  metrics: {
    primary_metric_name: 'activation_within_24h',
    metric_type: 'binary',
    baseline_value: 0.41,
    mde_pct: 5,
    secondary_metrics: ['day_7_return'],
    alpha: 0.05,
    power: 0.8,
    guardrail_metrics: [
      { name: 'notification_opt_in_rate', metric_type: 'binary', baseline_rate: 61, direction: 'decrease_is_bad' },
      { name: 'crash_free_rate', metric_type: 'binary', baseline_rate: 97.8, direction: 'decrease_is_bad' },
    ],
  },
  constraints: { known_risks: 'App versions reach users at different times' },
})
