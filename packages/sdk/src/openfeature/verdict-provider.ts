import type { Change, User } from '../client-options.ts'
import type { FlagClient } from './flag-client.ts'
import type { EvaluationContext, Resolution, TrackingDetails } from './openfeature-types.ts'
import { type ProviderEvent, ProviderEvents } from './provider-events.ts'
import { type FlagKind, type Payloads, resolveFlag } from './resolve-flag.ts'
import { userOfContext } from './user-of-context.ts'

export interface ProviderOptions {
  readonly payloads?: Payloads
}

/** What both providers share: life, events, tracking, and how a flag is resolved. */
export abstract class VerdictProvider {
  readonly metadata = { name: 'Verdict' }
  readonly events = new ProviderEvents()
  protected readonly client: FlagClient
  readonly #payloads: Payloads
  readonly #leave: () => void

  constructor(client: FlagClient, { payloads = {} }: ProviderOptions = {}) {
    this.client = client
    this.#payloads = payloads
    this.#leave = client.subscribe(change => this.#emit(change))
  }

  /** Rejects when there is nothing to evaluate by: neither an answer of the server nor a stored configuration. */
  async initialize(_context?: EvaluationContext): Promise<void> {
    await this.client.load()
  }

  /** Sends what waits and leaves. */
  async onClose(): Promise<void> {
    this.#leave()
    await this.client.close()
  }

  /** Records a metric event of this name, worth `value`, or 1. `idempotencyKey` and `experiments` are the client's. */
  track(metric: string, context: EvaluationContext = {}, details: TrackingDetails = {}): void {
    const { value, idempotencyKey, experiments } = details
    this.client.track(metric, value ?? 1, {
      user: this.userOf(context),
      ...(typeof idempotencyKey === 'string' ? { idempotencyKey } : {}),
      ...(Array.isArray(experiments) ? { experiments: experiments.map(String) } : {}),
    })
  }

  protected resolve<Value>(kind: FlagKind, key: string, defaultValue: Value, context: EvaluationContext) {
    const question = { kind, key, defaultValue, user: this.userOf(context), payloads: this.#payloads }
    return resolveFlag(this.client, question) satisfies Resolution<Value>
  }

  protected userOf(context: EvaluationContext): User {
    return userOfContext(context, this.client.user.userId)
  }

  #emit(change: Change): void {
    const message = change.what === 'stale' ? { message: change.error.message } : {}
    const event = this.#eventOf(change)
    if (event !== null) this.events.emit(event, message)
  }

  #eventOf({ what }: Change): ProviderEvent | null {
    if (what === 'stale') return this.client.version === null ? 'PROVIDER_ERROR' : 'PROVIDER_STALE'
    if (what === 'fresh') return this.client.version === null ? null : 'PROVIDER_READY'
    return what === 'user' ? null : 'PROVIDER_CONFIGURATION_CHANGED'
  }
}
