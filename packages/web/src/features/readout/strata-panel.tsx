import { useSpeech } from '../../i18n/language-context.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ToneBadge } from '../../ui/tone-badge.tsx'
import { effectUnit } from './effect-scale.ts'
import type { Decision, LiveStats } from './reading.ts'
import classes from './readout.module.css'
import { type StratumRow, strataRows, type WeightedRow, weightedRows } from './strata-rows.ts'

/** The effect over all strata, and within each. */
export function StrataPanel({ live, decision }: { live: LiveStats; decision: Decision }) {
  const { strata: text } = useSpeech().words.readout
  return (
    <Panel title={text.title} note={text.note}>
      <div className={classes.tables}>
        <WeightedTable live={live} direction={decision.policy?.direction ?? 'increase'} />
        <StrataTable live={live} />
      </div>
    </Panel>
  )
}

function WeightedTable({ live, direction }: { live: LiveStats; direction: string }) {
  const speech = useSpeech()
  const { strata: text, comparisons, arm } = speech.words.readout
  const unit = effectUnit(live.metric_type, live.primary_metric_name, speech)
  const numeric = (key: 'effect' | 'interval' | 'p' | 'reduction', title: string) => ({
    key,
    title,
    isNumeric: true,
    cell: (row: WeightedRow) => row[key],
  })
  return (
    <DataTable
      label={text.overall}
      rows={weightedRows(live, direction, speech)}
      keyOf={row => row.arm}
      columns={[
        { key: 'arm', title: arm, cell: row => row.arm },
        numeric('effect', speech.say(comparisons.effect, { unit })),
        numeric('interval', comparisons.interval),
        numeric('p', comparisons.p),
        numeric('reduction', text.reduction),
        { key: 'result', title: comparisons.result, cell: row => <ToneBadge {...row.finding} /> },
      ]}
    />
  )
}

function StrataTable({ live }: { live: LiveStats }) {
  const speech = useSpeech()
  const { strata: text } = speech.words.readout
  const { rows, arms } = strataRows(live, speech)
  const columns: Column<StratumRow>[] = [
    { key: 'stratum', title: text.stratum, cell: row => <bdi>{row.stratum}</bdi> },
    { key: 'users', title: text.users, isNumeric: true, cell: row => row.users },
    ...arms.map((arm, index) => ({
      key: `effect-${index + 1}`,
      title: arm,
      isNumeric: true,
      cell: (row: StratumRow) => row.effects[index],
    })),
  ]
  return <DataTable label={text.perStratum} rows={rows} keyOf={row => row.stratum} columns={columns} />
}
