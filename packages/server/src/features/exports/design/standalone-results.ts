import type { Speech } from '../../../http/speech.ts'
import { NO_NUMBER, numberTexts } from '../document/number-texts.ts'
import type { Block, Fact } from '../document/report-document.ts'
import type { LooseObject } from './loose-object.ts'

/** An observed result: four numbers large, the rest in a table, and its sentences. */
export function resultBlocks(given: LooseObject, speech: Speech): readonly Block[] {
  const results = given.object('analysis').number('p_value') === null ? given : given.object('analysis')
  if (results.number('p_value') === null && results.number('observed_effect') === null) return []
  const { columns } = speech.words.exports
  const { signed, signedPercent, interval, pValue } = numberTexts(speech.language)
  const cards = [
    { label: columns.effect.title, value: signed(results.number('observed_effect')) },
    { label: columns.relative.title, value: signedPercent(results.number('observed_effect_relative')) },
    { label: columns.interval.title, value: interval(results.number('ci_lower'), results.number('ci_upper')) },
    { label: columns.pValue.title, value: pValue(results.number('p_value'), results.number('p_value_log10')) },
  ]
  const said = [results.text('verdict'), results.text('interpretation')].filter(text => text !== null)
  return [
    { kind: 'cards', cards },
    ...said.map(text => ({ kind: 'paragraph', text }) as const),
    { kind: 'facts', facts: details(results, speech) },
  ]
}

function details(results: LooseObject, { words, language, say }: Speech): readonly Fact[] {
  const { columns, labels, arms, frame } = words.exports
  const { number, percent, share } = numberTexts(language)
  const treatment = say(arms.treatment, { number: 1 })
  const isSignificant = results.flag('is_significant')
  return [
    { label: `${columns.rate.title} · ${arms.control}`, value: percent(results.number('control_rate')) },
    { label: `${columns.rate.title} · ${treatment}`, value: percent(results.number('treatment_rate')) },
    { label: columns.level.title, value: share(results.number('ci_level')) },
    { label: columns.statistic.title, value: number(results.number('test_statistic')) },
    { label: labels.power, value: share(results.number('power_achieved')) },
    {
      label: columns.significant.title,
      value: isSignificant === null ? NO_NUMBER : isSignificant ? frame.yes : frame.no,
    },
  ].filter(({ value }) => !value.includes(NO_NUMBER))
}
