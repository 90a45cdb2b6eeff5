import type { SimulationRow } from './simulation.ts'

/** What one run of all simulations found. */
export interface SimulationResults {
  readonly date: string
  readonly runs: number
  readonly seed: number
  readonly methods: readonly { readonly method: string; readonly rows: readonly SimulationRow[] }[]
}

/** The page docs/statistics/calibration.md, in Markdown. */
export function calibrationPage({ date, runs, seed, methods }: SimulationResults): string {
  const lines = [
    '# Calibration',
    '',
    'A method earns its name in simulation. Criteria, written down before the runs: size at most alpha + 3 Monte Carlo errors;',
    'coverage at least nominal - 0.5 points - 3 errors; power within 3 errors of the design. Inside the domain that the',
    "method's page states.",
    '',
    `This page is written by \`npm run simulate -- ${date}\`: ${runs} runs a row (10,000 at least where one takes long), seed ${seed}. The same numbers stand in`,
    `\`packages/stats/simulations/results/${date}.json\`; the scenarios in \`packages/stats/simulations/<method>.sim.ts\`.`,
  ]
  for (const { method, rows } of methods) {
    lines.push(
      '',
      `## [${method}](${method}.md)`,
      '',
      '| scenario | measure | nominal | estimate | error | passes |',
      '|---|---|---|---|---|---|',
    )
    lines.push(...rows.map(tableRow))
  }
  return `${lines.join('\n')}\n`
}

function tableRow(row: SimulationRow): string {
  const cells = [
    row.scenario,
    row.measure,
    String(row.nominal),
    row.estimate.toFixed(4),
    row.monteCarloError.toFixed(4),
    row.pass ? 'yes' : '**no**',
  ]
  return `| ${cells.join(' | ')} |`
}
