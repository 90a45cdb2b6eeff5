/** English words of planning; `{{name}}` marks a value. */
export const planning = {
  warnings: {
    MISSING_VARIANCE: 'A continuous metric needs its standard deviation.',
    LONG_DURATION: 'The test runs {{days}} days, more than 8 weeks: seasons and cookies will not hold still that long.',
    LOW_TRAFFIC: 'Only {{traffic}} users a day reach the test: small effects can not be told apart.',
    CONSERVATIVE_MULTIVARIANT_ALPHA: 'With {{variants}} variants each comparison uses a stricter alpha (Bonferroni).',
    MANY_VARIANTS_LOW_TRAFFIC: '{{variants}} variants share {{traffic}} users a day: consider fewer variants.',
    CLUSTER_RANDOMIZATION:
      'Clusters are randomized: sizes grow by the design effect, and the analysis must know the clusters.',
    SEASONALITY_PRESENT: 'Seasonality is present: run whole weeks.',
    CAMPAIGN_CONTAMINATION: 'Campaigns run at the same time and may mix with the effect.',
    UNDERPOWERED_DESIGN: 'The power of {{power}} is below 0.8: a real effect is missed too often.',
    LONG_TEST_NOT_POSSIBLE: 'The test needs {{days}} days, and a long test is not possible.',
    INTERIM_LOOKS_INCREASE_SAMPLE: '{{looks}} looks raise the largest sample size by {{percent}} %.',
    SRM_DETECTED: 'The counts do not fit the split (p = {{p}}): find the cause before reading any result.',
  },
  assumptions: {
    twoSided: 'Two-sided test at alpha {{alpha}}, power {{power}}.',
    binary: 'Pooled two-proportion z-test; baseline {{baseline}}, planned rate {{planned}}.',
    continuous: 'Two-sample z-test of means; standard deviation {{spread}} in every arm.',
    ratio: 'Delta-method z-test of a ratio; standard deviation {{spread}} of the linearized value per user.',
    fisher: "Fisher's exact test; baseline {{baseline}}, planned rate {{planned}}.",
    mannWhitney:
      'Mann-Whitney test of a shift; standard deviation {{spread}}; other shapes need up to 11 % more users.',
    equivalence: 'Two one-sided tests of equivalence at a true difference of 0; standard deviation {{spread}}.',
    count: 'Conditional test of two Poisson rates; {{baseline}} events per unit of exposure, planned {{planned}}.',
    equalArms: 'sample_size_per_variant takes equal arms; sample_sizes_by_variant follows the split.',
    independent: 'Users respond independently of each other, and each is counted once.',
    clusterDesignEffect: 'Design effect 1 + (m − 1)·ICC = {{effect}}.',
    clusterSize: 'Clusters have {{size}} users on average, and nearly equal sizes.',
    clusterAnalysis: 'The analysis uses cluster-robust errors.',
  },
  bonferroniNote: '{{comparisons}} comparisons with control: each is tested at alpha {{alpha}}.',
  bayesianNote: 'This many users per variant give a {{credibility}} % credible interval no wider than ± {{precision}}.',
} as const
