import type { Session } from '../../http/auth.ts'
import { HttpError } from '../../http/errors.ts'
import type { Speech } from '../../http/speech.ts'
import { type Asked, type AskOptions, askModel } from './ask-model.ts'
import { chooseModel } from './choose-model.ts'
import type { LanguageModel, ModelFailure } from './language-model.ts'
import { mistralModel } from './openai-model.ts'

export interface AdviceDeps {
  readonly models: AskOptions['settings']
  readonly wait: AskOptions['wait']
}

export interface AdviceRequest {
  readonly session: Session
  readonly speech: Speech
  header(name: string): string | undefined
  departure(): AbortSignal
}

/** What a model gave, or why there is nothing: who was asked, and in the reader's words what went wrong. */
export interface Advised<T> {
  readonly available: boolean
  readonly provider: string
  readonly model: string
  readonly value: T | null
  readonly raw_text: string | null
  readonly error: string | null
  readonly error_code: string | null
}

const MOST_RAW_CHARS = 20_000

/** Asks the model that the caller chose, or the operator's. Throws 401, 403 and 503 where the caller chose it. */
export async function adviseOn<T>(
  prompt: string,
  read: (text: string) => T,
  { session, speech, header, departure }: AdviceRequest,
  { models: settings, wait }: AdviceDeps,
): Promise<Advised<T>> {
  const { model, isChosen } = chooseModel(settings, header)
  // Whoever may only read must not spend what the operator pays for.
  if (!isChosen && session.scope === 'read') return withoutKey(speech)
  const options = { settings, wait, signal: departure() }
  const asked = await askModel(model, prompt, read, options)
  if (asked.ok) return answered(model, asked)
  if (isChosen) throw refusal(asked.failure)
  const insurance = settings.mistralKey === null ? null : mistralModel(settings, settings.mistralKey)
  if (insurance !== null) {
    const second = await askModel(insurance, prompt, read, { ...options, settings: { ...settings, maxAttempts: 1 } })
    if (second.ok) return answered(insurance, second)
  }
  return failed(model, asked, speech)
}

function answered<T>({ provider, model }: LanguageModel, { value, text }: Asked<T> & { ok: true }): Advised<T> {
  return { available: true, provider, model, value, raw_text: raw(text), error: null, error_code: null }
}

function failed<T>(
  { provider, model }: LanguageModel,
  { failure, text }: Asked<T> & { ok: false },
  { words }: Speech,
): Advised<T> {
  const error = words.report.adviceFailed
  return { available: false, provider, model, value: null, raw_text: raw(text), error, error_code: failure.code }
}

function withoutKey<T>({ words }: Speech): Advised<T> {
  const nobody = { available: false, provider: 'none', model: 'none', value: null, raw_text: null }
  return { ...nobody, error: words.report.adviceNeedsKey, error_code: 'public_demo_llm_requires_key' }
}

function raw(text: string | null): string | null {
  return text === null ? null : text.slice(0, MOST_RAW_CHARS)
}

function refusal({ status }: ModelFailure): HttpError {
  if (status === 401 || status === 403) return new HttpError(status, 'llm_auth', { key: 'llmAuth' })
  return new HttpError(503, 'llm_transient', { key: 'llmTransient' }, { 'retry-after': '5' })
}
