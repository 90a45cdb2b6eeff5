import { builtInTemplate } from '../built-in-template.ts'

export const latencyImpact = builtInTemplate({
  id: 'latency_impact',
  name: 'Latency impact',
  category: 'Performance',
  description: 'Faster pages, judged by pages per session.',
  tags: ['latency', 'performance'],
  project: {
    project_name: 'Latency impact',
    domain: 'media',
    product_type: 'content site',
    platform: 'web',
    market: 'all',
    project_description: 'Article pages with many images.',
  },
  hypothesis: {
    change_description: 'Images load when they come into view',
    target_audience: 'All visitors',
    business_problem: 'Slow pages end sessions early',
    hypothesis_statement: 'Faster pages raise the pages seen in a session',
    what_to_validate: 'Pages per session',
    desired_result: 'Longer sessions, fewer bounces',
  },
  setup: {
    expected_daily_traffic: 30_000,
    audience_share_in_test: 0.7,
    inclusion_criteria: 'All visitors',
    exclusion_criteria: 'Known robots',
  },
  metrics: {
    primary_metric_name: 'pages_per_session',
    metric_type: 'continuous',
    baseline_value: 3.8,
    std_dev: 1.9,
    mde_pct: 3.5,
    secondary_metrics: ['time_to_first_view'],
    alpha: 0.05,
    power: 0.8,
    guardrail_metrics: [{ name: 'bounce_rate', metric_type: 'binary', baseline_rate: 46 }],
  },
  constraints: { technical_constraints: 'Both versions must be cached alike' },
})
