import type { AdvicePayload, HypothesisCandidate } from './advice-schema.ts'
import { ModelFailure } from './language-model.ts'

const LISTS = [
  'key_risks',
  'design_improvements',
  'metric_recommendations',
  'interpretation_pitfalls',
  'additional_checks',
] as const
const MOST_ITEMS = 50
const MOST_CHARS = 4000

/** Advice out of a model's words: whatever is missing is empty. Throws ModelFailure. */
export function readAdvice(text: string): AdvicePayload {
  const answer = jsonObjectIn(text)
  const [key_risks, design_improvements, metric_recommendations, interpretation_pitfalls, additional_checks] =
    LISTS.map(name => listOf(answer[name])) as [string[], string[], string[], string[], string[]]
  return {
    brief_assessment: textOf(answer.brief_assessment),
    key_risks,
    design_improvements,
    metric_recommendations,
    interpretation_pitfalls,
    additional_checks,
  }
}

/** Hypotheses out of a model's words: those that say what changes. Throws ModelFailure. */
export function readHypotheses(text: string): readonly HypothesisCandidate[] {
  const { hypotheses } = jsonObjectIn(text)
  if (!Array.isArray(hypotheses)) throw new ModelFailure('missing_hypotheses')
  const read = hypotheses
    .slice(0, MOST_ITEMS)
    .map(hypothesisOf)
    .filter(({ change }) => change !== '')
  if (read.length === 0) throw new ModelFailure('empty_hypotheses')
  return read
}

/** The object from the first brace to the last, with or without a code fence around it. */
function jsonObjectIn(text: string): Readonly<Record<string, unknown>> {
  if (text.trim() === '') throw new ModelFailure('empty_response')
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}')]
  if (start === -1 || end <= start) throw new ModelFailure('missing_json_object')
  let value: unknown
  try {
    value = JSON.parse(text.slice(start, end + 1))
  } catch {
    throw new ModelFailure('invalid_json')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ModelFailure('json_not_object')
  return value as Readonly<Record<string, unknown>>
}

function hypothesisOf(item: unknown): HypothesisCandidate {
  const fields = (typeof item === 'object' && item !== null ? item : {}) as Readonly<Record<string, unknown>>
  return {
    change: textOf(fields.change),
    rationale: textOf(fields.rationale),
    primary_metric: textOf(fields.primary_metric),
    expected_direction: fields.expected_direction === 'decrease' ? 'decrease' : 'increase',
  }
}

function listOf(value: unknown): string[] {
  const items = typeof value === 'string' ? value.split('\n') : Array.isArray(value) ? value : []
  const texts = items.map(textOf).filter(text => text !== '')
  return [...new Set(texts)].slice(0, MOST_ITEMS)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, MOST_CHARS) : ''
}
