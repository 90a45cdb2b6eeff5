import { useId } from 'react'
import { useSpeech } from '../../i18n/language-context.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import type { Tone } from '../../ui/tone-badge.tsx'
import type { Decision, LiveStats } from './reading.ts'
import { ReasonList } from './reason-list.tsx'
import classes from './verdict-card.module.css'
import { VerdictFacts } from './verdict-facts.tsx'

const LOOKS: Readonly<Record<Decision['verdict'], { tone: Tone; icon: IconName }>> = {
  ship: { tone: 'good', icon: 'check' },
  no_ship: { tone: 'bad', icon: 'cross' },
  keep_running: { tone: 'wait', icon: 'wait' },
}

/** What to do, how sure, and why. */
export function VerdictCard(props: { live: LiveStats; decision: Decision; readAt: number }) {
  const { live, decision } = props
  const { verdict: text } = useSpeech().words
  const id = useId()
  const { tone, icon } = LOOKS[decision.verdict]
  return (
    <section className={classes.card} data-tone={tone} data-verdict={decision.verdict} aria-labelledby={id}>
      <h2 id={id} className={classes.name}>
        <span className="hidden-text">{text.title}: </span>
        <Icon name={icon} size={28} />
        {text.names[decision.verdict]}
        <span className={classes.confidence}>
          {text.confidence}: {text.confidences[decision.confidence]}
        </span>
      </h2>
      {decision.blockers.length > 0 && (
        <ReasonList title={text.blockersTitle} reasons={decision.blockers} live={live} icon="warning" />
      )}
      <ReasonList title={text.reasonsTitle} reasons={decision.reasons} live={live} />
      {decision.evidence?.policy_changed_after_start && <p className="small">{text.policyChanged}</p>}
      <VerdictFacts {...props} />
    </section>
  )
}
