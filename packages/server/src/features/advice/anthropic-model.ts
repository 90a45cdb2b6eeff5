import { type LanguageModel, ModelFailure, type ModelSettings } from './language-model.ts'

const MODEL = 'claude-haiku-4-5-20251001'
const MOST_TOKENS = 1024
const TEMPERATURE = 0.4

export function anthropicModel({ anthropicUrl, timeoutSeconds }: ModelSettings, token: string): LanguageModel {
  return {
    provider: 'anthropic',
    model: MODEL,
    async ask(prompt, signal) {
      // Loaded when it is asked for: it takes a second, and most servers never do.
      const { default: Anthropic, APIError, APIConnectionTimeoutError } = await import('@anthropic-ai/sdk')
      const timeout = timeoutSeconds * 1000
      // The version of the API and the header of the key are the contract's, whatever the library's own are.
      const defaultHeaders = { authorization: null, 'x-api-key': token, 'anthropic-version': '2023-06-01' }
      const client = new Anthropic({ apiKey: token, baseURL: anthropicUrl, timeout, maxRetries: 0, defaultHeaders })
      try {
        const messages = [{ role: 'user' as const, content: prompt }]
        const asked = { model: MODEL, max_tokens: MOST_TOKENS, temperature: TEMPERATURE, messages }
        const { content } = await client.messages.create(asked, { signal })
        return content
          .map(block => (block.type === 'text' ? block.text : ''))
          .filter(text => text !== '')
          .join('\n')
      } catch (error) {
        signal.throwIfAborted()
        if (error instanceof APIConnectionTimeoutError) throw new ModelFailure('timeout')
        if (error instanceof APIError && error.status !== undefined) throw new ModelFailure('http_error', error.status)
        throw new ModelFailure('request_error')
      }
    },
  }
}
