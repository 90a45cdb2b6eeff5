import type { OracleSuite } from './oracle-suite.ts'
import { runOracleSuite } from './oracle-suite.ts'

const OPENING = `# Accuracy

Every function is held to values that are not of its making: scripts beside the fixtures (mpmath, R, SciPy, complete enumeration)
and values that others published. Bar of the distributions: relative error at most max(1e-12, 8 c 2^-53), c the condition number
of the problem, for values down to 1e-300 and for their logarithms. Other functions state their own bar; where a value may be near
0, the error is judged by its scale. The last column is the worst error as a share of what its case allows.
Written by \`npx tsx packages/stats/testing/accuracy-report.ts\` from \`packages/stats/testing/suites\`, which the tests run too.
`

const CLOSING = `
## Beside the tables

Permutation p-values agree with complete enumeration exactly, and exact tests never reject more often than they say (enumerated in
\`packages/stats/src/exact-validity.test.ts\`). R's noncentral t is itself good to about 1e-12 only.

rpact's own bounds (fixed integration rules) differ from ours and from an independent integration by up to 3e-4 from 12 looks on.

## Not ours

Of the values that peers publish, these have no function here, with the reason:

- the studentized range (\`ptukey\`): arms are compared with the control, by Dunnett's distribution, never all with all;
- GrowthBook's CUPED of a ratio, relative, from ten totals with one pooled slope: covariates are taken out by \`fitAncova\`, from
  moments over persons;
- GrowthBook's post-stratified ratios, relative lifts and adjusted means: the variant with weight variance is met for
  differences of means, which shows where the two errors part;
- R's Yates-corrected prop.test and the pooled-variance t test: the uncorrected and Welch's tests are the better known choice.

One printed value of the earlier implementation differs: Welch's p for 10 ± 3 (200 persons) against 10.8 ± 3.4 (180) is
0.01598750030, which rounds to 0.015988; it printed 0.015987, from an incomplete beta function that was good to 3e-7.
`

/** The page docs/statistics/accuracy.md, in Markdown. */
export function accuracyPage(families: Readonly<Record<string, readonly OracleSuite[]>>): string {
  const total = { cases: 0, published: 0 }
  const sections = Object.entries(families).map(([family, suites]) => {
    const rows = suites.map(suite => {
      const { count, worstError, worstShare } = runOracleSuite(suite)
      total.cases += count
      total.published += suite.published ? count : 0
      const share = worstShare < 0.001 ? '< 0.001' : worstShare.toFixed(3)
      return `| ${suite.name} | ${suite.source} | ${count} | ${roundedUp(worstError)} | ${share} |`
    })
    return [
      `\n## ${family[0]!.toUpperCase()}${family.slice(1)}\n`,
      '| function | judge | cases | worst relative error | worst share of the bar |',
      '|---|---|---|---|---|',
      ...rows,
    ].join('\n')
  })
  const sum = `\n${total.cases} cases, ${total.published} of them published by others.`
  return `${[OPENING.trimEnd(), sum, ...sections].join('\n')}\n${CLOSING}`
}

/** To a power of ten, so that the last bits of another machine's exp and log do not change the page. */
function roundedUp(error: number): string {
  return error === 0 ? '0' : `1e${Math.ceil(Math.log10(error))}`
}
