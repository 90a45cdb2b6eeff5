/** What the client needs of the world it runs in. Each part can be given; the rest comes from `globalThis`. */
export interface Platform {
  /** As the web's fetch; Node has it too. */
  fetch(url: string, request: FetchRequest): Promise<FetchAnswer>
  /** Where configuration, exposures and unsent events outlive the page: localStorage in a browser, null elsewhere. */
  readonly storage: KeyValueStorage | null
  /** Tells `pagehide` and `visibilitychange`: the window in a browser, null elsewhere. */
  readonly page: PageTarget | null
  /** Milliseconds since 1970. */
  now(): number
  /** A number in [0, 1), for jitter and for the ids of events. */
  random(): number
  /** Runs once after so many milliseconds; the answer cancels it. */
  schedule(run: () => void, milliseconds: number): () => void
}

export interface FetchRequest {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: string
  readonly keepalive?: boolean
}

export interface FetchAnswer {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  json(): Promise<unknown>
}

export interface KeyValueStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

export interface PageTarget {
  addEventListener(type: string, listener: () => void): void
  removeEventListener(type: string, listener: () => void): void
}
