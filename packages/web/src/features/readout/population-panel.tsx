import { type Speech, useSpeech } from '../../i18n/language-context.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { pEquation } from './p-equation.ts'
import type { LiveStats } from './reading.ts'

const IMBALANCE_ALPHA = 0.001

/** Who is counted, and who was left out. */
export function PopulationPanel({ live: { population } }: { live: LiveStats }) {
  const speech = useSpeech()
  const { words, formats } = speech
  const { population: text } = words.readout
  return (
    <Panel title={text.title}>
      <FactList
        facts={[
          { name: text.treated, value: formats.count(population.treated_users) },
          { name: text.heldOut, value: formats.count(population.holdout_users) },
          { name: `${text.excluded}: ${text.spike}`, value: formats.count(population.rate_spike_excluded) },
          { name: `${text.excluded}: ${text.manual}`, value: formats.count(population.manual_excluded) },
          { name: text.identities, value: formats.count(population.linked_identities) },
          { name: text.policy, value: population.policy_version ?? formats.count(null) },
        ]}
      />
      {imbalances(population, speech).map(note => (
        <p key={note} className="small">
          {note}
        </p>
      ))}
    </Panel>
  )
}

function imbalances({ filters }: LiveStats['population'], speech: Speech): string[] {
  const { population: text } = speech.words.readout
  return filters.flatMap(({ imbalance_p_value: p, imbalance_p_value_log10: log10 }) => {
    if (p === null) return []
    return [speech.say(p < IMBALANCE_ALPHA ? text.imbalance : text.balance, { p: pEquation(p, log10, speech) })]
  })
}
