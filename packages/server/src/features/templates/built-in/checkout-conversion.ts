import { builtInTemplate } from '../built-in-template.ts'

export const checkoutConversion = builtInTemplate({
  id: 'checkout_conversion',
  name: 'Checkout conversion',
  category: 'Revenue',
  description: 'A simpler checkout, judged by purchases, with payments and refunds watched.',
  tags: ['checkout', 'conversion', 'revenue'],
  project: {
    project_name: 'Checkout conversion',
    domain: 'e-commerce',
    product_type: 'web shop',
    platform: 'web',
    market: 'EU',
    project_description: 'The way from the cart to the paid order.',
  },
  hypothesis: {
    change_description: 'One page instead of three',
    target_audience: 'Buyers with a filled cart',
    business_problem: 'Buyers leave between the steps',
    hypothesis_statement: 'Fewer steps raise the purchase rate',
    what_to_validate: 'Purchases per visitor of the checkout',
    desired_result: 'More purchases, no more failed payments or refunds',
  },
  setup: {
    expected_daily_traffic: 12_000,
    audience_share_in_test: 0.6,
    inclusion_criteria: 'Opens the checkout',
    exclusion_criteria: 'Staff and test accounts',
  },
  metrics: {
    primary_metric_name: 'purchase_conversion',
    metric_type: 'binary',
    baseline_value: 0.042,
    mde_pct: 5,
    secondary_metrics: ['order_value'],
    alpha: 0.05,
    power: 0.8,
    guardrail_metrics: [
      { name: 'payment_error_rate', metric_type: 'binary', baseline_rate: 2.4 },
      { name: 'refund_amount', metric_type: 'continuous', baseline_mean: 18, std_dev: 6.5 },
    ],
  },
  constraints: { seasonality_present: true },
})
