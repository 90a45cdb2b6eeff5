import { Button } from '@mantine/core'
import { useSpeech } from '../../i18n/language-context.ts'
import { CopyBlock } from '../../ui/copy-block.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Nothing is stored: how to begin. */
export function FirstSteps() {
  const { words } = useSpeech()
  const { projects: text, shell } = words
  return (
    <Notice tone="plain" title={text.empty}>
      <p>{text.emptyBody}</p>
      <CopyBlock label={text.emptyStart} code="npm start" />
      <CopyBlock
        label={text.emptyImport}
        code="npx verdict import --project design.json --exposures exposures.csv --conversions events.csv"
      />
      <p>{text.emptyApi}</p>
      <a href="/docs">{shell.apiDocs}</a>
    </Notice>
  )
}

/** The search and the filters leave nothing. */
export function NoMatch({ onReset }: { onReset: () => void }) {
  const { projects: text } = useSpeech().words
  return (
    <Notice tone="plain" title={text.noMatch}>
      <p>{text.noMatchBody}</p>
      <Button size="xs" variant="default" onClick={onReset}>
        {text.reset}
      </Button>
    </Notice>
  )
}
