import { builtInTemplate } from '../built-in-template.ts'

export const searchRankingCtr = builtInTemplate({
  id: 'search_ranking_ctr',
  name: 'Search ranking',
  category: 'Search Discovery',
  description: 'A new ranking, judged by searches that end in a click.',
  tags: ['search', 'ranking', 'click rate'],
  project: {
    project_name: 'Search ranking',
    domain: 'search',
    product_type: 'marketplace search',
    platform: 'web and app',
    market: 'all',
    project_description: 'Results of the search on a marketplace.',
  },
  hypothesis: {
    change_description: 'A ranking that knows what was bought after a search',
    target_audience: 'All who search',
    business_problem: 'Many searches end without a click',
    hypothesis_statement: 'A better order raises clicks on results',
    what_to_validate: 'Searches with a click',
    desired_result: 'More useful searches, none slower',
  },
  setup: {
    expected_daily_traffic: 5_500_000,
    audience_share_in_test: 0.88,
    inclusion_criteria: 'Makes a search',
    exclusion_criteria: 'Known robots',
  },
  metrics: {
    primary_metric_name: 'serp_ctr',
    metric_type: 'binary',
    baseline_value: 0.22,
    mde_pct: 3,
    secondary_metrics: ['searches_per_user'],
    alpha: 0.05,
    power: 0.8,
    guardrail_metrics: [
      { name: 'zero_result_rate', metric_type: 'binary', baseline_rate: 3.4 },
      { name: 'failed_latency_rate', metric_type: 'binary', baseline_rate: 1.1 },
    ],
  },
  constraints: { interference_risk: 'medium' },
})
