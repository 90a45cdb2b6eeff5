import { type Speech, useSpeech } from '../../i18n/language-context.ts'
import { Panel } from '../../ui/panel.tsx'
import { ComparisonsTable } from './comparisons-table.tsx'
import { EffectsPlot } from './effects-plot.tsx'
import type { Decision, LiveStats } from './reading.ts'

/** Every arm against control, drawn and in numbers. */
export function EffectsPanel({ live, decision }: { live: LiveStats; decision: Decision }) {
  const speech = useSpeech()
  const { comparisons: text } = speech.words.readout
  const hasEffects = live.comparisons.some(({ analysis }) => analysis !== null)
  return (
    <Panel title={text.title} note={`${text.disclaimer} ${adjustmentNote(live, decision, speech)}`}>
      {hasEffects && <EffectsPlot live={live} />}
      <ComparisonsTable live={live} direction={decision.policy?.direction ?? 'increase'} />
    </Panel>
  )
}

function adjustmentNote({ comparisons }: LiveStats, { policy }: Decision, { words, sayCount }: Speech): string {
  if (comparisons.length < 2 || policy?.arm_adjustment === 'none') return ''
  return sayCount(words.readout.comparisons.bonferroni, comparisons.length)
}
