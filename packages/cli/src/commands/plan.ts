import { planSizes } from '@verdict/server'
import { Command } from 'commander'
import { CommandFailure } from '../command-failure.ts'
import type { Surroundings } from '../program.ts'
import { textTable } from '../text-table.ts'

interface PlanOptions {
  readonly metric: string
  readonly baseline: string
  readonly std?: string
  readonly mde: string
  readonly alpha: string
  readonly power: string
  readonly traffic: string
  readonly share: string
  readonly split: string
  readonly direction: string
  readonly json: boolean
}

export function planCommand({ write }: Surroundings): Command {
  return new Command('plan')
    .description('Size an experiment; needs no server.')
    .requiredOption('--baseline <number>', 'the rate (0.042) or the mean of control')
    .requiredOption('--mde <percent>', 'the effect to find, in percent of the baseline')
    .requiredOption('--traffic <users>', 'users a day')
    .option('--metric <type>', 'binary or continuous', 'binary')
    .option('--std <number>', 'standard deviation of a continuous metric')
    .option('--alpha <number>', 'two-sided error rate', '0.05')
    .option('--power <number>', 'chance to find the effect', '0.8')
    .option('--share <fraction>', 'share of the traffic in the test', '1')
    .option('--split <parts>', 'parts by arm, control first', '50,50')
    .option('--direction <direction>', 'increase or decrease', 'increase')
    .option('--json', 'print the whole calculation', false)
    .action((options: PlanOptions) => {
      const result = planSizes(requestOf(options))
      if (!result.ok) throw new CommandFailure(result.faults.join('\n'))
      write(options.json ? `${JSON.stringify(result.calculation, null, 2)}\n` : planText(result.calculation))
    })
}

function requestOf(options: PlanOptions): Record<string, unknown> {
  const split = options.split.split(',').map(Number)
  return {
    metric_type: options.metric,
    baseline_value: Number(options.baseline),
    ...(options.std === undefined ? {} : { std_dev: Number(options.std) }),
    mde_pct: Number(options.mde),
    alpha: Number(options.alpha),
    power: Number(options.power),
    expected_daily_traffic: Number(options.traffic),
    audience_share_in_test: Number(options.share),
    traffic_split: split,
    variants_count: split.length,
    direction: options.direction,
  }
}

type Calculation = Extract<ReturnType<typeof planSizes>, { ok: true }>['calculation']

function planText(calculation: Calculation): string {
  const { results, sample_sizes_by_variant: sizes, warnings } = calculation
  const rows = sizes.map((size, arm) => [arm === 0 ? '0 (control)' : String(arm), size.toLocaleString('en')])
  return [
    `${results.sample_size_per_variant.toLocaleString('en')} users per variant in equal arms, ${results.estimated_duration_days} days\n\n`,
    textTable(['by the split', 'users'], rows),
    `\n${calculation.total_sample_size_for_split.toLocaleString('en')} users in all, ${calculation.duration_days_for_split} days\n`,
    ...warnings.map(({ code, message }) => `${code}: ${message}\n`),
  ].join('')
}
