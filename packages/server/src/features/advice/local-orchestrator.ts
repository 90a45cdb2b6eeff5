import { request } from 'undici'
import { type LanguageModel, ModelFailure, type ModelSettings } from './language-model.ts'

const NAMED_MODEL = 'Claude Sonnet 4.6'
const MOST_BYTES = 4_194_304

interface Answer {
  readonly model_responses?: readonly { readonly text?: unknown }[]
  readonly consensus?: { readonly text?: unknown }
}

/** The orchestrator that the operator runs; its address is a setting, never a caller's. */
export function localOrchestrator({ baseUrl, timeoutSeconds }: ModelSettings): LanguageModel {
  return {
    provider: 'local_orchestrator',
    model: NAMED_MODEL,
    async ask(prompt, signal) {
      const limit = AbortSignal.timeout(timeoutSeconds * 1000)
      const { status, text } = await post(
        `${baseUrl}/api/gk/orchestrate`,
        prompt,
        AbortSignal.any([signal, limit]),
      ).catch(() => {
        signal.throwIfAborted()
        throw new ModelFailure(limit.aborted ? 'timeout' : 'request_error')
      })
      if (status < 200 || status > 299) throw new ModelFailure('http_error', status)
      return longestText(text)
    },
  }
}

async function post(url: string, query: string, signal: AbortSignal) {
  const body = JSON.stringify({ query, pattern: 'single', model: NAMED_MODEL, reasoning: true })
  const headers = { 'content-type': 'application/json' }
  const answer = await request(url, { method: 'POST', headers, body, signal })
  let text = ''
  for await (const part of answer.body.setEncoding('utf8')) {
    text += part
    if (text.length > MOST_BYTES) throw new ModelFailure('request_error')
  }
  return { status: answer.statusCode, text }
}

function longestText(body: string): string {
  let answer: Answer | null
  try {
    answer = JSON.parse(body) as Answer | null
  } catch {
    throw new ModelFailure('parse_error')
  }
  const candidates = Array.isArray(answer?.model_responses) ? answer.model_responses : []
  const texts = [...candidates.map(one => one?.text), answer?.consensus?.text].filter(text => typeof text === 'string')
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '')
}
