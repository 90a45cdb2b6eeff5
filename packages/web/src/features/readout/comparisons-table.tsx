import { useSpeech } from '../../i18n/language-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { ToneBadge } from '../../ui/tone-badge.tsx'
import { type ComparisonRow, comparisonRows } from './comparison-rows.ts'
import { effectUnit } from './effect-scale.ts'
import type { LiveStats } from './reading.ts'
import classes from './readout.module.css'

export function ComparisonsTable({ live, direction }: { live: LiveStats; direction: string }) {
  const speech = useSpeech()
  const { comparisons: text, arm } = speech.words.readout
  const unit = effectUnit(live.metric_type, live.primary_metric_name, speech)
  const numeric = (key: 'effect' | 'relative' | 'interval' | 'p' | 'probability', title: string) => ({
    key,
    title,
    isNumeric: true,
    cell: (row: ComparisonRow) => row[key],
  })
  return (
    <DataTable
      label={text.title}
      rows={comparisonRows(live, direction, speech)}
      keyOf={row => row.key}
      columns={[
        {
          key: 'arm',
          title: arm,
          cell: row => <span className={row.isRepeated ? classes.repeated : undefined}>{row.arm}</span>,
        },
        { key: 'evidence', title: text.evidence, cell: row => <span className="numbers">{row.evidence}</span> },
        numeric('effect', speech.say(text.effect, { unit })),
        numeric('relative', text.relative),
        numeric('interval', text.interval),
        numeric('p', text.p),
        numeric('probability', text.probability),
        { key: 'result', title: text.result, cell: row => <ToneBadge {...row.finding} /> },
      ]}
    />
  )
}
