import { type Speech, useSpeech } from '../../i18n/language-context.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { armCountOf, armName } from './arm-name.ts'
import { meanText } from './effect-text.ts'
import type { Comparison, LiveStats } from './reading.ts'

type Arm = Comparison['control']

/** Who saw which arm, and what they did. */
export function ArmsPanel({ live }: { live: LiveStats }) {
  const speech = useSpeech()
  const { arms: text } = speech.words.readout
  const first = live.comparisons[0]
  const arms = first === undefined ? [] : [first.control, ...live.comparisons.map(({ treatment }) => treatment)]
  return (
    <Panel title={text.title}>
      <DataTable label={text.title} rows={arms} keyOf={arm => arm.variation_index} columns={columns(live, speech)} />
    </Panel>
  )
}

function columns(live: LiveStats, speech: Speech): Column<Arm>[] {
  const { words, formats } = speech
  const { arms: text, arm } = words.readout
  const share = (exposed: number) => formats.percent(live.exposures_total > 0 ? exposed / live.exposures_total : null)
  return [
    { key: 'arm', title: arm, cell: ({ variation_index: index }) => armName(index, armCountOf(live), speech) },
    {
      key: 'exposed',
      title: text.exposed,
      isNumeric: true,
      cell: ({ exposed_users }) => formats.count(exposed_users),
    },
    { key: 'share', title: text.share, isNumeric: true, cell: ({ exposed_users }) => share(exposed_users) },
    {
      key: 'converted',
      title: text.converted,
      isNumeric: true,
      cell: ({ converted_users }) => formats.count(converted_users),
    },
    outcomeColumn(live.metric_type, speech),
  ]
}

function outcomeColumn(metricType: string, { words, formats }: Speech): Column<Arm> {
  const { arms: text } = words.readout
  if (metricType === 'binary') {
    const cell = ({ conversion_rate }: Arm) => formats.percent(conversion_rate, 2)
    return { key: 'outcome', title: text.rate, isNumeric: true, cell }
  }
  if (metricType === 'ratio') {
    return { key: 'outcome', title: text.ratio, isNumeric: true, cell: ({ ratio }) => formats.decimal(ratio, 4) }
  }
  return { key: 'outcome', title: text.mean, isNumeric: true, cell: ({ mean, std }) => meanText(mean, std, formats) }
}
