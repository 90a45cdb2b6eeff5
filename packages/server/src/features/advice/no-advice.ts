import type { Speech } from '../../http/speech.ts'
import type { LlmAdviceResponse } from './advice-schema.ts'

/** For analyses that nobody asks advice on. */
export function noAdvice({ words }: Speech): LlmAdviceResponse {
  const nobody = { available: false, provider: 'none', model: 'none', advice: null, raw_text: null }
  return { ...nobody, error: words.report.adviceNotAsked, error_code: null }
}
