/** English words of the comparison of projects; `{{name}}` marks a value. */
export const comparison = {
  sameMetric: 'Both projects read the same metric in the same way.',
  sameType: 'The metrics are of the same type but have different names: compare sizes and durations, not effects.',
  sameName: 'The metrics have the same name but different types: check that they mean the same.',
  differentMetrics: 'The metrics differ in name and type: only the effort of the tests compares.',
  mixedTypes: 'The projects read metrics of different types: compare sizes and durations with care.',
  users: 'Users in all: {{baseSize}} for {{base}}, {{candidateSize}} for {{candidate}}.',
  days: 'Days: {{baseDays}} for {{base}}, {{candidateDays}} for {{candidate}}.',
  warnings: 'Warnings: {{baseCount}} for {{base}}, {{candidateCount}} for {{candidate}}, {{shared}} in common.',
  sharedRisk: 'A risk of both: {{risk}}',
  faster: '{{name}} is done first.',
  equallyFast: 'Both take equally long.',
  recommendation: '{{text}} ({{count}} of {{total}} projects)',
} as const
