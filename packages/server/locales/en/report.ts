/** English words of the experiment report; `{{name}}` marks a value. */
export const report = {
  executiveSummary:
    '{{name}}: we test this change: {{change}}. The test reads {{metric}} among {{audience}} for {{days}} days, with {{size}} users per variant.',
  control: 'Control: everything stays as it is now.',
  stopping: {
    plannedSize: 'Stop when every variant has its planned size, and the last week is whole.',
    harm: 'Stop earlier only when a guardrail is breached, the shares of the variants do not fit, or the planned rule says so.',
  },
  diagnostics: {
    sampleRatio: 'Share of users per variant (sample-ratio check)',
    exposure: 'Exposures and events a day, by variant',
    dataQuality: 'Events that come late, twice, or without a user',
  },
  noStatisticalRisk: 'No statistical risk was found in the design.',
  noTechnicalRisk: 'No technical constraint was named: check the tracking in every variant before the start.',
  noOperationalRisk: 'No operational risk was named: agree who watches the test, and who may stop it.',
  beforeLaunch: {
    verify: 'Check the assignment, the exposure events and the primary metric with test users in every variant.',
  },
  duringTest: {
    sampleRatio:
      'Watch the share of users per variant and the guardrails; do not judge the primary metric before its look.',
    stable: 'Do not change variants, split or audience while the test runs.',
  },
  afterTest: {
    decide: 'Read the planned analysis once, and decide by the rule that was set before the start.',
    document: 'Write down the result, also when it shows no effect, and what to test next.',
  },
  adviceOfDemo: 'The demo was made without a language model.',
  marketQuestion: 'Does the result hold beyond this market: {{market}}?',
  guardrailNote: 'With {{size}} users per variant, a change of this size is seen with {{power}} % power.',
  guardrailOutOfReach: 'With {{size}} users per variant, no change is seen with {{power}} % power.',
  adviceNeedsKey: 'Advice needs a provider and a key of your own.',
  adviceFailed: 'No model gave an answer that could be used.',
  adviceNotAsked: 'No advice was asked for.',
} as const
