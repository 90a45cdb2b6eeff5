import { ShareBarPlot } from '@verdict/charts'
import { useSpeech } from '../../i18n/language-context.ts'
import { ChartBox } from '../../ui/chart-box.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ToneBadge } from '../../ui/tone-badge.tsx'
import { armName } from './arm-name.ts'
import type { LiveStats } from './reading.ts'
import { type SrmCause, srmCauseText } from './srm-cause-text.ts'

/** Whether the arms hold the shares that the design gives them. */
export function SrmPanel({ live: { srm } }: { live: LiveStats }) {
  const speech = useSpeech()
  const { words, formats, locale, direction } = speech
  const { srm: text } = words.readout
  const arms = srm.observed_counts.map((observed, arm) => ({
    label: armName(arm, srm.observed_counts.length, speech),
    observed,
    expected: srm.expected_counts[arm] ?? null,
  }))
  const verdict = srm.status === 'ok' ? text.ok : srm.is_srm ? text.srm_detected : text.insufficient_data
  return (
    <Panel title={text.title} note={verdict} aside={<SrmBadge status={srm.status} />}>
      <ChartBox>
        {width => (
          <ShareBarPlot
            arms={arms}
            width={width}
            title={text.title}
            description={verdict}
            observedLabel={text.observed}
            expectedLabel={text.expected}
            locale={locale}
            direction={direction}
          />
        )}
      </ChartBox>
      <FactList
        facts={[
          { name: text.p, value: formats.pValue(srm.p_value, srm.p_value_log10) },
          { name: text.chiSquare, value: formats.decimal(srm.chi_square, 2) },
        ]}
      />
      <CauseList causes={srm.causes} armCount={arms.length} />
      <p className="muted small">{text.rule}</p>
    </Panel>
  )
}

function CauseList({ causes, armCount }: { causes: readonly SrmCause[]; armCount: number }) {
  const speech = useSpeech()
  const { srm: text } = speech.words.readout
  const known = causes.flatMap(cause => srmCauseText(cause, armCount, speech) ?? [])
  if (known.length === 0) return null
  return (
    <section aria-label={text.causesTitle}>
      <p className="small">{text.causesTitle}</p>
      <ol className="small">
        {known.map(cause => (
          <li key={cause}>{cause}</li>
        ))}
      </ol>
    </section>
  )
}

function SrmBadge({ status }: { status: string }) {
  const { srm: text } = useSpeech().words.readout
  if (status === 'srm_detected') return <ToneBadge tone="bad" icon="warning" text={text.badShort} />
  if (status === 'ok') return <ToneBadge tone="good" icon="check" text={text.okShort} />
  return <ToneBadge tone="plain" icon="minus" text={text.noneShort} />
}
