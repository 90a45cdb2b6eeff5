import { useSpeech } from '../../i18n/language-context.ts'
import { CopyBlock } from '../../ui/copy-block.tsx'
import { Notice } from '../../ui/notice.tsx'
import { firstEvents } from './first-events.ts'

/** Nobody has been exposed: how to send the first events. */
export function NoDataGuide({ experimentId, metric }: { experimentId: string; metric: string }) {
  const { noData: text } = useSpeech().words.readout
  const commands = firstEvents({ origin: location.origin, experimentId, metric })
  return (
    <Notice tone="wait" icon="wait" title={text.title}>
      <p>{text.body}</p>
      <CopyBlock label={text.exposures} code={commands.exposures} />
      <CopyBlock label={text.conversions} code={commands.conversions} />
      <p className="muted small">{text.token}</p>
    </Notice>
  )
}
