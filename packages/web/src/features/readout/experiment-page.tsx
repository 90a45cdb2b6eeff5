import { Link } from '@tanstack/react-router'
import type { VerdictClient } from '@verdict/client'
import { useSpeech } from '../../i18n/language-context.ts'
import { statusOf } from '../../ui/api-failure.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { ExperimentHeading } from './experiment-heading.tsx'
import { ReadoutSkeleton } from './readout-skeleton.tsx'
import { ReadoutView } from './readout-view.tsx'
import { useExperiment } from './use-experiment.ts'
import { useReading } from './use-reading.ts'
import { useVerdictNews } from './use-verdict-news.ts'

/** One experiment: the verdict and everything that it rests on, as the data arrive. */
export function ExperimentPage({ api, experimentId }: { api: VerdictClient; experimentId: string }) {
  const { words, say } = useSpeech()
  const reading = useReading(api, experimentId)
  const experiment = useExperiment(api, experimentId)
  const name = experiment.data?.name.trim() || say(words.readout.untitled, { id: experimentId.slice(0, 8) })
  useVerdictNews(reading.data?.decision.body.verdict)
  const isMissing = reading.data === undefined && statusOf(reading.error) === 404
  usePageTitle(isMissing ? words.readout.notFound : name)
  if (isMissing) return <Missing />
  return (
    <>
      <ExperimentHeading name={name} experiment={experiment.data ?? null} reading={reading} />
      <Body reading={reading} experimentId={experimentId} />
    </>
  )
}

function Body({ reading, experimentId }: { reading: ReturnType<typeof useReading>; experimentId: string }) {
  const { words } = useSpeech()
  const { data, error, refetch } = reading
  if (data !== undefined) return <ReadoutView reading={data} experimentId={experimentId} />
  if (error === null) return <ReadoutSkeleton />
  return <FailureNotice title={words.readout.failed} error={error} onRetry={() => void refetch()} />
}

function Missing() {
  const { readout, shell } = useSpeech().words
  return (
    <>
      <h1 className="hidden-text">{readout.notFound}</h1>
      <Notice tone="plain" title={readout.notFound}>
        <p>{readout.notFoundBody}</p>
        <Link to="/">{shell.backToList}</Link>
      </Notice>
    </>
  )
}
