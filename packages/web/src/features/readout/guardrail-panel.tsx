import { useSpeech } from '../../i18n/language-context.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { armCountOf, armName } from './arm-name.ts'
import { naturalScale, scaled } from './effect-scale.ts'
import { intervalDecimals } from './effect-text.ts'
import { pEquation } from './p-equation.ts'
import type { LiveStats } from './reading.ts'

type Metric = LiveStats['guardrail']['metrics'][number]
type Comparison = Metric['comparisons'][number]

/** Each guardrail and arm: how much worse it is, and whether that vetoes. */
export function GuardrailPanel({ live }: { live: LiveStats }) {
  const speech = useSpeech()
  const { guardrails: text } = speech.words.readout
  const arms = armCountOf(live)
  const rows = live.guardrail.metrics.flatMap(metric => metric.comparisons.map(comparison => ({ metric, comparison })))
  return (
    <Panel title={text.title} note={live.guardrail.note}>
      <FactList
        facts={rows.map(({ metric, comparison }) => ({
          name: `${metric.name} · ${armName(comparison.treatment_index, arms, speech)}`,
          value: <HarmText metric={metric} comparison={comparison} />,
        }))}
      />
    </Panel>
  )
}

function HarmText({ metric, comparison }: { metric: Metric; comparison: Comparison }) {
  const speech = useSpeech()
  const { words, say, formats } = speech
  const { guardrails: text } = words.readout
  const factor = naturalScale(metric.metric_type)
  const harm = scaled(comparison.harm, factor)
  if (harm === null || comparison.p_value === null) return text.insufficient_data
  const bound = scaled(comparison.harm_lower_bound, factor)
  const decimals = intervalDecimals({ lower: bound, upper: bound === null ? null : 2 * harm - bound })
  const unit = metric.metric_type === 'binary' ? ` ${words.readout.points}` : ''
  const status = statusWord(comparison.status, text)
  const p = pEquation(comparison.p_value, comparison.p_value_log10, speech)
  return `${status} · ${say(text.harm, { harm: `${formats.decimal(harm, decimals)}${unit}` })} · ${p}`
}

function statusWord(status: string, text: { ok: string; warning: string; breached: string }): string {
  return status === 'breached' ? text.breached : status === 'warning' ? text.warning : text.ok
}
