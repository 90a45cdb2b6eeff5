import { useSpeech } from '../../i18n/language-context.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { LiveStats } from './reading.ts'

/** When the events came, seen from the exposure. */
export function TimingPanel({ live: { event_timing: timing } }: { live: LiveStats }) {
  const { words, say, formats } = useSpeech()
  const { timing: text } = words.readout
  const days = formats.count(timing.horizon_days)
  return (
    <Panel title={text.title} note={text.note}>
      <FactList
        facts={[
          { name: text.total, value: formats.count(timing.total) },
          { name: say(text.inWindow, { days }), value: formats.count(timing.in_window) },
          { name: text.late, value: formats.count(timing.late) },
          { name: text.outOfOrder, value: formats.count(timing.out_of_order) },
          { name: text.beforeLeftOut, value: formats.count(timing.before_exposure_left_out) },
          { name: text.afterLeftOut, value: formats.count(timing.after_window_left_out) },
          { name: text.withoutTime, value: formats.count(timing.without_client_time) },
        ]}
      />
    </Panel>
  )
}
