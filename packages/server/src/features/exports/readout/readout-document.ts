import type { Speech } from '../../../http/speech.ts'
import { titleOf } from '../design/project-document.ts'
import { filledSections, listBlock } from '../document/blocks.ts'
import { momentText } from '../document/moment-text.ts'
import { numberTexts } from '../document/number-texts.ts'
import type { Block, ReportDocument, Tone } from '../document/report-document.ts'
import { armBlocks, sampleRatioBlocks } from './arm-blocks.ts'
import { effectBlocks } from './effect-blocks.ts'
import type { ExperimentReading } from './experiment-reading.ts'
import { guardrailSection, lookSection, populationBlocks, secondarySection } from './quality-sections.ts'
import { effectUnit } from './readout-names.ts'
import { reasonText } from './reason-text.ts'

/** The read-out of a running or finished experiment, verdict first. */
export function readoutDocument(reading: ExperimentReading, speech: Speech): ReportDocument {
  const { kinds, frame, sections } = speech.words.exports
  const { project, stats, engineVersion, generatedAt } = reading
  return {
    language: speech.language,
    title: titleOf(project.projectName, speech),
    kind: kinds.readout,
    generatedAt,
    facts: [
      { label: frame.generated, value: momentText(generatedAt, speech.language) },
      { label: frame.dataVersion, value: stats.data_version },
      { label: frame.engine, value: engineVersion },
      { label: frame.experiment, value: project.id },
    ],
    sections: filledSections([
      { title: sections.verdict, blocks: verdictBlocks(reading, speech) },
      { title: sections.hypothesis, blocks: hypothesisBlocks(reading) },
      { title: sections.effects, blocks: effectBlocks(stats, speech) },
      { title: sections.arms, blocks: armBlocks(stats, speech) },
      { title: sections.sampleRatio, blocks: sampleRatioBlocks(stats, speech) },
      { title: sections.guardrails, blocks: guardrailSection(stats, speech) },
      { title: sections.secondary, blocks: secondarySection(stats, speech) },
      { title: sections.looks, blocks: lookSection(stats, speech) },
      { title: sections.population, blocks: populationBlocks(stats, speech) },
    ]),
  }
}

const TONES: Readonly<Record<string, Tone>> = { ship: 'good', no_ship: 'bad', keep_running: 'waiting' }

function verdictBlocks(reading: ExperimentReading, speech: Speech): readonly Block[] {
  const { stats, decision } = reading
  const { verdicts, confidences, labels, notes } = speech.words.exports
  const words = (reasons: typeof decision.reasons) => reasons.map(reason => reasonText(reason, stats, speech))
  const detail = speech.say(labels.confidence, { confidence: confidences[decision.confidence] })
  const lists = [
    [labels.reasons, words(decision.reasons)],
    [labels.blockers, words(decision.blockers)],
  ] as const
  return [
    { kind: 'verdict', tone: TONES[decision.verdict]!, name: verdicts[decision.verdict], detail },
    ...lists
      .filter(([, items]) => items.length > 0)
      .flatMap(([text, items]) => [{ kind: 'subheading', text } as const, listBlock(items, speech)]),
    ...(decision.evidence?.policy_changed_after_start ? [{ kind: 'note', text: labels.policyChanged } as const] : []),
    { kind: 'cards', cards: headCards(reading, speech) },
    { kind: 'note', text: notes.signed },
  ]
}

function headCards({ stats, decision }: ExperimentReading, speech: Speech) {
  const { labels } = speech.words.exports
  const { number, share } = numberTexts(speech.language)
  const worthwhile = decision.policy?.minimum_worthwhile_effect ?? null
  const unit = worthwhile === null || worthwhile === 0 ? '' : ` ${effectUnit(stats, speech)}`
  return [
    { label: labels.exposed, value: number(stats.exposures_total) },
    { label: labels.conversions, value: number(stats.conversions_total) },
    { label: labels.information, value: share(stats.sequential.information_fraction) },
    { label: `${labels.worthwhile}${unit && `,${unit}`}`, value: number(worthwhile) },
  ]
}

function hypothesisBlocks({ project }: ExperimentReading): readonly Block[] {
  const { hypothesis_statement: text } = project.payload.hypothesis
  return text.trim() === '' ? [] : [{ kind: 'paragraph', text }]
}
