import { anthropicModel } from './anthropic-model.ts'
import type { LanguageModel, ModelSettings } from './language-model.ts'
import { localOrchestrator } from './local-orchestrator.ts'
import { mistralModel, openaiModel } from './openai-model.ts'

export interface ModelChoice {
  readonly model: LanguageModel
  /** The caller named it and brought a key; failures are then theirs to know. */
  readonly isChosen: boolean
}

/** The provider that the headers ask for, with the caller's key; otherwise the operator's orchestrator. */
export function chooseModel(settings: ModelSettings, header: (name: string) => string | undefined): ModelChoice {
  const provider = (header('x-ab-llm-provider') ?? '').trim().toLowerCase()
  const token = (header('x-ab-llm-token') ?? '').trim()
  const model = token === '' ? null : chosenModel(settings, provider, token)
  return model === null ? { model: localOrchestrator(settings), isChosen: false } : { model, isChosen: true }
}

function chosenModel(settings: ModelSettings, provider: string, token: string): LanguageModel | null {
  if (provider === 'openai') return openaiModel(settings, token)
  if (provider === 'anthropic') return anthropicModel(settings, token)
  return provider === 'mistral' && settings.mistralKey !== null ? mistralModel(settings, token) : null
}
