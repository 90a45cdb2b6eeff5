import { useSpeech } from '../../i18n/language-context.ts'
import type { Decision, LiveStats } from './reading.ts'
import { effectText } from './reason-text.ts'
import classes from './verdict-card.module.css'

interface VerdictFactsProps {
  readonly decision: Decision
  readonly readAt: number
  readonly live: LiveStats
}

/** Of which data and by which measure the verdict is. */
export function VerdictFacts({ decision, readAt, live }: VerdictFactsProps) {
  const speech = useSpeech()
  const { words, formats } = speech
  const worthwhile = decision.policy?.minimum_worthwhile_effect ?? 0
  const facts = [
    [
      words.verdict.worthwhile,
      worthwhile === 0 ? words.verdict.worthwhileNone : effectText(worthwhile, false, live, speech),
    ],
    [words.verdict.version, decision.data_version],
    [words.verdict.readAt, formats.time(readAt)],
  ] as const
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
