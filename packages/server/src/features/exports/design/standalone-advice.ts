import type { Speech } from '../../../http/speech.ts'
import { namedLists } from '../document/blocks.ts'
import type { Block } from '../document/report-document.ts'
import type { LooseObject } from './loose-object.ts'

/** Advice as it was given: the payload itself, or the answer that holds it. */
export function adviceBlocks(given: LooseObject, speech: Speech): readonly Block[] {
  const { labels } = speech.words.exports
  const advice = [given.object('advice'), given].find(isAdvice)
  if (advice === undefined) {
    const raw = given.text('raw_text')
    return raw === null ? [] : [{ kind: 'paragraph', text: raw }]
  }
  const assessment = advice.text('brief_assessment')
  const lists = [
    [labels.keyRisks, advice.texts('key_risks')],
    [labels.improvements, advice.texts('design_improvements')],
    [labels.metricAdvice, advice.texts('metric_recommendations')],
    [labels.pitfalls, advice.texts('interpretation_pitfalls')],
    [labels.checks, advice.texts('additional_checks')],
  ] as const
  return [
    ...(assessment === null ? [] : [{ kind: 'paragraph', text: assessment } as const]),
    ...namedLists(
      lists.filter(([, items]) => items.length > 0),
      speech,
    ),
  ]
}

const FIELDS = [
  'key_risks',
  'design_improvements',
  'metric_recommendations',
  'interpretation_pitfalls',
  'additional_checks',
]

function isAdvice(object: LooseObject): boolean {
  return object.text('brief_assessment') !== null || FIELDS.some(field => object.texts(field).length > 0)
}
