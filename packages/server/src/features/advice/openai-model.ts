import { type LanguageModel, ModelFailure, type ModelSettings } from './language-model.ts'

const TEMPERATURE = 0.4

interface Chat {
  readonly provider: 'openai' | 'mistral'
  readonly model: string
  readonly baseURL: string
  readonly token: string
}

export function openaiModel(
  { openaiModel: model, openaiUrl, timeoutSeconds }: ModelSettings,
  token: string,
): LanguageModel {
  return chatModel({ provider: 'openai', model, baseURL: openaiUrl, token }, timeoutSeconds)
}

/** Mistral speaks the same protocol. */
export function mistralModel(
  { mistralModel: model, mistralUrl, timeoutSeconds }: ModelSettings,
  token: string,
): LanguageModel {
  return chatModel({ provider: 'mistral', model, baseURL: mistralUrl, token }, timeoutSeconds)
}

function chatModel({ provider, model, baseURL, token }: Chat, timeoutSeconds: number): LanguageModel {
  return {
    provider,
    model,
    async ask(prompt, signal) {
      // Loaded when it is asked for: it takes half a second, and most servers never do.
      const { default: OpenAI, APIError, APIConnectionTimeoutError } = await import('openai')
      const client = new OpenAI({ apiKey: token, baseURL, timeout: timeoutSeconds * 1000, maxRetries: 0 })
      try {
        const messages = [{ role: 'user' as const, content: prompt }]
        const { choices } = await client.chat.completions.create(
          { model, temperature: TEMPERATURE, messages },
          { signal },
        )
        return textOf(choices?.[0]?.message?.content)
      } catch (error) {
        signal.throwIfAborted()
        if (error instanceof APIConnectionTimeoutError) throw new ModelFailure('timeout')
        if (error instanceof APIError && error.status !== undefined) throw new ModelFailure('http_error', error.status)
        throw new ModelFailure('request_error')
      }
    },
  }
}

/** A text, or the texts among parts. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content.map((part: { text?: unknown } | null) => (typeof part?.text === 'string' ? part.text : '')).join('')
}
