import { type Speech, useSpeech } from '../../i18n/language-context.ts'
import { type Fact, FactList } from '../../ui/fact-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './progress-panel.module.css'
import type { Decision, LiveStats } from './reading.ts'

/** How far the experiment is on the way to its planned size, and the looks it has taken. */
export function ProgressPanel({ live, decision }: { live: LiveStats; decision: Decision }) {
  const speech = useSpeech()
  const { progress: text } = speech.words.readout
  const { formats } = speech
  const { information_fraction: fraction, planned_sample_size_per_variant: planned } = live.sequential
  return (
    <Panel title={text.title}>
      <div className={classes.top}>
        <span className="muted">{text.information}</span>
        <bdi className={classes.share}>{formats.percent(fraction)}</bdi>
      </div>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={text.information}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round((fraction ?? 0) * 1000) / 10}
      >
        <div className={classes.bar} style={{ width: `${(fraction ?? 0) * 100}%` }} />
      </div>
      <FactList
        facts={[
          { name: text.planned, value: formats.count(planned) },
          { name: text.exposed, value: formats.count(live.exposures_total) },
          { name: text.looks, value: formats.count(live.sequential.n_looks) },
          ...takenLooks(live, speech),
        ]}
      />
      <p className={classes.note}>{monitoringNote(live, decision, speech)}</p>
    </Panel>
  )
}

function takenLooks({ looks }: LiveStats, { words, say, formats }: Speech): Fact[] {
  const { progress: text } = words.readout
  return looks.map(look => {
    const isCrossed = look.comparisons.some(({ crossed }) => crossed)
    const boundary = say(text.boundary, { z: formats.decimal(look.boundary_z, 2) })
    return {
      name: say(text.look, { number: formats.count(look.look), time: formats.dateTime(look.recorded_at) }),
      value: `${formats.percent(look.information_fraction)} · ${boundary} · ${isCrossed ? text.crossed : text.notCrossed}`,
    }
  })
}

function monitoringNote({ looks, sequential }: LiveStats, { policy }: Decision, { words }: Speech): string {
  const { progress: text } = words.readout
  if (sequential.planned_sample_size_per_variant === null) return text.unknown
  if (policy?.monitoring === 'group_sequential') return looks.length > 0 ? text.group_looked : text.group_sequential
  if (policy?.monitoring === 'always_valid') return text.always_valid
  return looks.length > 0 ? text.looked : text.fixed
}
