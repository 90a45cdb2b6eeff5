import { type LanguageModel, ModelFailure, type ModelSettings } from './language-model.ts'

export interface AskOptions {
  readonly settings: ModelSettings
  readonly wait: (ms: number) => Promise<unknown>
  /** Aborts when the caller leaves. */
  readonly signal: AbortSignal
}

export type Asked<T> =
  | { readonly ok: true; readonly value: T; readonly text: string }
  | { readonly ok: false; readonly failure: ModelFailure; readonly text: string | null }

const PASSING = [408, 429, 500, 502, 503, 504]
const REFUSED = [401, 403]

/** Asks until the answer can be read, as often and with such pauses as the settings say. */
export async function askModel<T>(
  model: LanguageModel,
  prompt: string,
  read: (text: string) => T,
  { settings, wait, signal }: AskOptions,
): Promise<Asked<T>> {
  let text: string | null = null
  for (let attempt = 1; ; attempt += 1) {
    try {
      text = await model.ask(prompt, signal)
      return { ok: true, value: read(text), text }
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error
      if (attempt >= settings.maxAttempts || !mayPass(model, error)) return { ok: false, failure: error, text }
    }
    signal.throwIfAborted()
    await wait(settings.initialBackoffSeconds * 1000 * settings.backoffMultiplier ** (attempt - 1))
  }
}

/** The orchestrator says nothing else the second time; a provider may. */
function mayPass({ provider }: LanguageModel, { code, status }: ModelFailure): boolean {
  if (provider !== 'local_orchestrator') return status === null || !REFUSED.includes(status)
  return code === 'timeout' || code === 'request_error' || (status !== null && PASSING.includes(status))
}
