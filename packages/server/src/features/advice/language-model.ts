/** Why a model gave no usable answer; the codes of the contract. */
export type ModelFailureCode =
  | 'timeout'
  | 'http_error'
  | 'request_error'
  | 'empty_response'
  | 'missing_json_object'
  | 'invalid_json'
  | 'json_not_object'
  | 'missing_hypotheses'
  | 'empty_hypotheses'
  | 'parse_error'

/** One attempt that failed. */
export class ModelFailure extends Error {
  readonly code: ModelFailureCode
  /** Of the provider's answer; null when there was none. */
  readonly status: number | null

  constructor(code: ModelFailureCode, status: number | null = null) {
    super(status === null ? code : `${code} ${status}`)
    this.name = 'ModelFailure'
    this.code = code
    this.status = status
  }
}

/** A model that is asked in words and answers in words. Throws ModelFailure, or the reason of the signal. */
export interface LanguageModel {
  readonly provider: 'local_orchestrator' | 'openai' | 'anthropic' | 'mistral'
  readonly model: string
  ask(prompt: string, signal: AbortSignal): Promise<string>
}

export interface ModelSettings {
  readonly baseUrl: string
  readonly timeoutSeconds: number
  readonly maxAttempts: number
  readonly initialBackoffSeconds: number
  readonly backoffMultiplier: number
  readonly openaiModel: string
  readonly mistralModel: string
  /** The server's own; null: Mistral is not offered. */
  readonly mistralKey: string | null
  /** Where the providers are, but for tests and proxies. */
  readonly openaiUrl: string
  readonly anthropicUrl: string
  readonly mistralUrl: string
}
