import { Link } from '@tanstack/react-router'
import { useSpeech } from '../../i18n/language-context.ts'
import { ToneBadge } from '../../ui/tone-badge.tsx'
import classes from './readout.module.css'
import { UpdateStatus } from './update-status.tsx'
import type { ExperimentSummary } from './use-experiment.ts'
import type { useReading } from './use-reading.ts'

interface ExperimentHeadingProps {
  readonly name: string
  readonly experiment: ExperimentSummary | null
  readonly reading: ReturnType<typeof useReading>
}

export function ExperimentHeading({ name, experiment, reading }: ExperimentHeadingProps) {
  const { words } = useSpeech()
  return (
    <div className={classes.heading}>
      <Link to="/" className="small">
        {words.shell.backToList}
      </Link>
      <div className={classes.title}>
        <h1>
          <bdi>{name}</bdi>
        </h1>
        {experiment?.isArchived && <ToneBadge tone="plain" icon="minus" text={words.readout.archived} />}
        <UpdateStatus reading={reading} />
      </div>
      {experiment !== null && experiment.hypothesis !== '' && (
        <p className={classes.hypothesis}>{experiment.hypothesis}</p>
      )}
      <Facts reading={reading} />
    </div>
  )
}

function Facts({ reading: { data } }: Pick<ExperimentHeadingProps, 'reading'>) {
  const { words } = useSpeech()
  if (data === undefined) return null
  const { metric_type: type, primary_metric_name: metric } = data.live.body
  const { metricTypes } = words.projects
  return (
    <p className="muted small">
      {words.readout.primaryMetric}: <bdi className={classes.strong}>{metric}</bdi> ·{' '}
      {Object.hasOwn(metricTypes, type) ? metricTypes[type as keyof typeof metricTypes] : type}
      {data.decision.body.policy?.direction === 'decrease' && ` · ${words.readout.lowerIsBetter}`}
    </p>
  )
}
