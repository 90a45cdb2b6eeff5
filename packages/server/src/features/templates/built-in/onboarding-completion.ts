import { builtInTemplate } from '../built-in-template.ts'

export const onboardingCompletion = builtInTemplate({
  id: 'onboarding_completion',
  name: 'Onboarding completion',
  category: 'Engagement',
  description: 'A checklist for new accounts, judged by completed onboarding.',
  tags: ['onboarding', 'checklist'],
  project: {
    project_name: 'Onboarding completion',
    domain: 'software as a service',
    product_type: 'web application',
    platform: 'web',
    market: 'all',
    project_description: 'The first week of a new account.',
  },
  hypothesis: {
    change_description: 'A checklist with three steps instead of a tour',
    target_audience: 'New accounts',
    business_problem: 'New accounts stop before they are set up',
    hypothesis_statement: 'Visible progress raises completion',
    what_to_validate: 'Onboarding completed in 7 days',
    desired_result: 'More complete accounts',
  },
  setup: {
    expected_daily_traffic: 8000,
    audience_share_in_test: 0.8,
    inclusion_criteria: 'Account created today',
    exclusion_criteria: 'Invited members of a team',
  },
  metrics: {
    primary_metric_name: 'onboarding_completion_rate',
    metric_type: 'binary',
    baseline_value: 0.34,
    mde_pct: 6,
    secondary_metrics: ['invited_members'],
    alpha: 0.05,
    power: 0.8,
    guardrail_metrics: [{ name: 'tutorial_skip_rate', metric_type: 'binary', baseline_rate: 12 }],
  },
  constraints: {},
})
