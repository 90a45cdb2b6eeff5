import { builtInTemplate } from '../built-in-template.ts'

export const pushNotificationReactivation = builtInTemplate({
  id: 'push_notification_reactivation',
  name: 'Push notification reactivation',
  category: 'Lifecycle',
  description: 'A message to lapsed users, judged by their return in thirty days.',
  tags: ['push', 'retention', 'lifecycle'],
  project: {
    project_name: 'Push notification reactivation',
    domain: 'mobile',
    product_type: 'consumer app',
    platform: 'iOS and Android',
    market: 'all',
    project_description: 'Users who have not opened the app for a month.',
  },
  hypothesis: {
    change_description: 'One message about what is new, at the hour they used to come',
    target_audience: 'Lapsed users with notifications on',
    business_problem: 'Lapsed users do not return',
    hypothesis_statement: 'A message with news brings some back',
    what_to_validate: 'Return within thirty days',
    desired_result: 'More returns, few who opt out',
  },
  setup: {
    expected_daily_traffic: 95_000,
    audience_share_in_test: 0.68,
    inclusion_criteria: 'No open in 30 days',
    exclusion_criteria: 'Got a message in the last week',
  },
  metrics: {
    primary_metric_name: 'thirty_day_reactivation_rate',
    metric_type: 'binary',
    baseline_value: 0.012,
    mde_pct: 15,
    secondary_metrics: ['sessions_after_return'],
    alpha: 0.05,
    power: 0.8,
    guardrail_metrics: [
      { name: 'push_opt_out_rate', metric_type: 'binary', baseline_rate: 1.6 },
      { name: 'uninstall_rate', metric_type: 'binary', baseline_rate: 0.74 },
    ],
  },
  constraints: { returning_users_present: true },
})
