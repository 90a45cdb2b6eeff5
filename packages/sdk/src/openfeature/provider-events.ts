export type ProviderEvent = 'PROVIDER_READY' | 'PROVIDER_ERROR' | 'PROVIDER_STALE' | 'PROVIDER_CONFIGURATION_CHANGED'

// OpenFeature's own handlers ask for more details than are told here; its SDK adds the rest.
type Handler = (details?: never) => unknown
type Told = (details?: unknown) => unknown

/** OpenFeature's event emitter, as its SDK uses it. */
export class ProviderEvents {
  readonly #handlers = new Map<string, Handler[]>()

  emit(type: string, details: { readonly message?: string } = {}): void {
    for (const handler of this.getHandlers(type)) void handler(details)
  }

  addHandler(type: string, handler: Handler): void {
    this.#handlers.set(type, [...this.getHandlers(type), handler])
  }

  removeHandler(type: string, handler: Handler): void {
    const rest = this.getHandlers(type).filter(other => other !== handler)
    this.#handlers.set(type, rest)
  }

  removeAllHandlers(type?: string): void {
    if (type === undefined) this.#handlers.clear()
    else this.#handlers.delete(type)
  }

  getHandlers(type: string): Told[] {
    return (this.#handlers.get(type) ?? []) as Told[]
  }

  /** Nothing is logged here. */
  setLogger(): this {
    return this
  }
}
