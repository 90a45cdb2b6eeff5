import { useSpeech } from '../../i18n/language-context.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { LiveStats } from './reading.ts'
import { type StratumRow, strataRows, strataSummary } from './strata-rows.ts'

/** The effect within each stratum, and over all of them. */
export function StrataPanel({ live }: { live: LiveStats }) {
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
  return (
    <Panel title={text.title} note={text.note}>
      <DataTable label={text.perStratum} rows={rows} keyOf={row => row.stratum} columns={columns} />
      <FactList facts={strataSummary(live, speech)} />
    </Panel>
  )
}
