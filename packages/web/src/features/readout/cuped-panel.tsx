import type { components } from '@verdict/client'
import { type Speech, useSpeech } from '../../i18n/language-context.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ToneBadge } from '../../ui/tone-badge.tsx'
import { armCountOf, armName } from './arm-name.ts'
import { intervalDecimals, intervalText, limitsOf, meanText } from './effect-text.ts'
import { findingOf } from './finding.ts'
import type { Decision, LiveStats } from './reading.ts'
import classes from './readout.module.css'

type CupedComparison = components['schemas']['LiveCupedComparison']

/** The effects again, with the noise of before the start taken out. */
export function CupedPanel({ live, decision }: { live: LiveStats; decision: Decision }) {
  const speech = useSpeech()
  const { words, formats } = speech
  const { cuped: text } = words.readout
  const { cuped } = live
  const thetas = cuped.covariates.map(({ name, theta }) => `${name} (${formats.decimal(theta, 3)})`)
  const note = cuped.selection_caveat === null ? text.note : `${text.note} ${text.caveat}`
  const direction = decision.policy?.direction ?? 'increase'
  return (
    <Panel title={text.title} note={note}>
      <div className={classes.tables}>
        <DataTable
          label={text.title}
          rows={cuped.comparisons}
          keyOf={row => row.treatment_index}
          columns={columns(live, direction, speech)}
        />
        <FactList
          facts={[
            { name: text.coverage, value: formats.percent(cuped.coverage_total) },
            { name: text.covariates, value: thetas.join(', ') || formats.count(null) },
          ]}
        />
      </div>
    </Panel>
  )
}

function columns(live: LiveStats, direction: string, speech: Speech): Column<CupedComparison>[] {
  const { words, say, formats } = speech
  const { cuped: text, comparisons, arm } = words.readout
  const numeric = (key: string, title: string, cell: Column<CupedComparison>['cell']) => ({
    key,
    title,
    isNumeric: true,
    cell,
  })
  return [
    { key: 'arm', title: arm, cell: row => armName(row.treatment_index, armCountOf(live), speech) },
    numeric('adjusted', text.adjusted, ({ treatment }) =>
      meanText(treatment.adjusted_mean, treatment.adjusted_std, formats),
    ),
    numeric('effect', say(comparisons.effect, { unit: live.primary_metric_name }), ({ analysis }) =>
      formats.signed(analysis?.observed_effect ?? null, intervalDecimals(limitsOf(analysis))),
    ),
    numeric('interval', comparisons.interval, ({ analysis }) => intervalText(limitsOf(analysis), formats)),
    numeric('p', comparisons.p, ({ analysis }) => formats.pValue(analysis?.p_value ?? null, analysis?.p_value_log10)),
    numeric('reduction', text.reduction, row =>
      formats.percent(row.variance_reduction_pct === null ? null : row.variance_reduction_pct / 100),
    ),
    { key: 'result', title: comparisons.result, cell: row => <Result row={row} direction={direction} /> },
  ]
}

function Result({ row, direction }: { row: CupedComparison; direction: string }) {
  const speech = useSpeech()
  const finding = findingOf(
    {
      isEvaluable: row.status === 'ok',
      isSignificant: row.analysis?.is_significant ?? false,
      effect: row.analysis?.observed_effect ?? 0,
      direction,
    },
    speech,
  )
  return <ToneBadge {...finding} />
}
