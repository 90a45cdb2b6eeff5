import type { Session } from '../../http/auth.ts'
import type { Speech } from '../../http/speech.ts'
import type { LlmAdviceResponse } from './advice-schema.ts'

/** No adapter is part of this version: says so, with the contract's code, and sends nothing anywhere. */
export function unavailableAdvice({ scope }: Session, { words }: Speech): LlmAdviceResponse {
  const nothing = { available: false, advice: null, raw_text: null }
  if (scope === 'read') {
    const error_code = 'public_demo_llm_requires_key'
    return { ...nothing, provider: 'none', model: 'none', error: words.report.adviceNeedsKey, error_code }
  }
  const error = words.report.adviceUnavailable
  return { ...nothing, provider: 'local_orchestrator', model: 'none', error, error_code: 'request_error' }
}
