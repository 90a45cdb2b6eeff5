import { builtInTemplate } from '../built-in-template.ts'

export const pricingSensitivity = builtInTemplate({
  id: 'pricing_sensitivity',
  name: 'Pricing sensitivity',
  category: 'Revenue',
  description: 'A new price display, judged by order value, with conversion watched.',
  tags: ['pricing', 'order value', 'revenue'],
  project: {
    project_name: 'Pricing sensitivity',
    domain: 'e-commerce',
    product_type: 'web shop',
    platform: 'web',
    market: 'EU',
    project_description: 'Prices of bundles on the product page.',
  },
  hypothesis: {
    change_description: 'The bundle is shown first, with its saving',
    target_audience: 'Visitors of product pages with a bundle',
    business_problem: 'Bundles are rarely bought',
    hypothesis_statement: 'A visible saving raises the order value',
    what_to_validate: 'Average order value',
    desired_result: 'Higher orders, no fewer buyers',
  },
  setup: {
    expected_daily_traffic: 2200,
    audience_share_in_test: 0.9,
    inclusion_criteria: 'Views a product with a bundle',
    exclusion_criteria: 'Business customers',
  },
  metrics: {
    primary_metric_name: 'avg_order_value',
    metric_type: 'continuous',
    baseline_value: 45,
    std_dev: 12,
    mde_pct: 4.5,
    secondary_metrics: ['items_per_order'],
    alpha: 0.05,
    power: 0.8,
    guardrail_metrics: [
      { name: 'purchase_conversion', metric_type: 'binary', baseline_rate: 3.8, direction: 'decrease_is_bad' },
    ],
  },
  constraints: { legal_or_ethics_constraints: 'One price for everyone: only the display differs' },
})
