import { builtInTemplate } from '../built-in-template.ts'

export const emailCampaign = builtInTemplate({
  id: 'email_campaign',
  name: 'Email campaign',
  category: 'Marketing',
  description: 'A new subject and layout, judged by clicks, with complaints watched.',
  tags: ['email', 'marketing', 'click rate'],
  project: {
    project_name: 'Email campaign',
    domain: 'marketing',
    product_type: 'newsletter',
    platform: 'email',
    market: 'all',
    project_description: 'The weekly mail to subscribers.',
  },
  hypothesis: {
    change_description: 'A personal subject and one offer instead of five',
    target_audience: 'Active subscribers',
    business_problem: 'Few who open the mail click',
    hypothesis_statement: 'One clear offer raises clicks',
    what_to_validate: 'Clicks per delivered mail',
    desired_result: 'More clicks, no more complaints',
  },
  setup: {
    expected_daily_traffic: 180_000,
    audience_share_in_test: 0.92,
    inclusion_criteria: 'Opened a mail in the last 90 days',
    exclusion_criteria: 'Joined in the last week',
  },
  metrics: {
    primary_metric_name: 'email_to_click_rate',
    metric_type: 'binary',
    baseline_value: 0.038,
    mde_pct: 10,
    secondary_metrics: ['order_value'],
    alpha: 0.05,
    power: 0.8,
    guardrail_metrics: [
      { name: 'unsubscribe_rate', metric_type: 'binary', baseline_rate: 0.21 },
      { name: 'spam_complaint_rate', metric_type: 'binary', baseline_rate: 0.03 },
    ],
  },
  constraints: { active_campaigns_present: true },
})
