import { useSpeech } from '../../i18n/language-context.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { armCountOf, armName } from './arm-name.ts'
import { intervalDecimals, intervalText } from './effect-text.ts'
import { pEquation } from './p-equation.ts'
import type { LiveStats } from './reading.ts'

type Comparison = LiveStats['secondary']['metrics'][number]['comparisons'][number]

/** Effects on the metrics beside the primary one; p is adjusted over all of them. */
export function SecondaryPanel({ live }: { live: LiveStats }) {
  const speech = useSpeech()
  const { secondary: text } = speech.words.readout
  const arms = armCountOf(live)
  const rows = live.secondary.metrics.flatMap(metric => metric.comparisons.map(comparison => ({ metric, comparison })))
  return (
    <Panel title={text.title} note={text.note}>
      <FactList
        facts={rows.map(({ metric, comparison }) => ({
          name: `${metric.name} · ${armName(comparison.treatment_index, arms, speech)}`,
          value: <EffectLine comparison={comparison} isRate={metric.metric_type === 'binary'} />,
        }))}
      />
    </Panel>
  )
}

function EffectLine({ comparison, isRate }: { comparison: Comparison; isRate: boolean }) {
  const speech = useSpeech()
  const { words, say, formats } = speech
  const { effect, ci_lower: lower, ci_upper: upper, adjusted_p_value: adjusted } = comparison
  if (effect === null || adjusted === null) return words.readout.guardrails.insufficient_data
  const limits = { lower, upper }
  const unit = isRate ? ` ${words.readout.points}` : ''
  const p = say(words.readout.secondary.adjusted, { p: pEquation(adjusted, null, speech) })
  return `${formats.decimal(effect, intervalDecimals(limits))}${unit} ${intervalText(limits, formats)} · ${p}`
}
