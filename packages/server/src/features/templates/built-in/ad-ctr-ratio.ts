import { builtInTemplate } from '../built-in-template.ts'

export const adCtrRatio = builtInTemplate({
  id: 'ad_ctr_ratio',
  name: 'Ad click-through ratio',
  category: 'Monetization',
  description: 'A new ad layout, judged by clicks per impression of each user.',
  tags: ['ads', 'ratio metric', 'monetization'],
  project: {
    project_name: 'Ad click-through ratio',
    domain: 'advertising',
    product_type: 'content feed',
    platform: 'web and app',
    market: 'all',
    project_description: 'Ads between the items of a feed.',
  },
  hypothesis: {
    change_description: 'A larger ad card with a clear call to action',
    target_audience: 'Users who see ads',
    business_problem: 'Ads are scrolled past',
    hypothesis_statement: 'A clear call to action raises clicks per impression',
    what_to_validate: 'Clicks per impression',
    desired_result: 'More clicks without fewer sessions',
  },
  setup: {
    expected_daily_traffic: 240_000,
    audience_share_in_test: 0.5,
    inclusion_criteria: 'Sees at least one ad',
    exclusion_criteria: 'Subscribers without ads',
  },
  metrics: {
    primary_metric_name: 'ad_ctr',
    metric_type: 'ratio',
    baseline_value: 0.05,
    std_dev: 0.09,
    mde_pct: 5,
    numerator_metric_name: 'ad_clicks',
    denominator_metric_name: 'ad_impressions',
    secondary_metrics: ['session_length'],
    alpha: 0.05,
    power: 0.8,
  },
  constraints: { active_campaigns_present: true, known_risks: 'Heavy users see far more ads than others' },
})
