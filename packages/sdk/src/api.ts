import type { FetchAnswer, Platform } from './platform.ts'

export interface ApiSettings {
  readonly apiUrl: string
  readonly token?: string
  /** Milliseconds until a request without an answer counts as failed. */
  readonly timeoutMs: number
}

/** Requests to the server, each with the token and a time limit. */
export class Api {
  readonly #platform: Platform
  readonly #settings: ApiSettings

  constructor(platform: Platform, settings: ApiSettings) {
    this.#platform = platform
    this.#settings = settings
  }

  get(path: string, version: string | null): Promise<FetchAnswer> {
    return this.#call('GET', path, version === null ? {} : { 'if-none-match': `"${version}"` })
  }

  post(path: string, body: string, keepalive: boolean): Promise<FetchAnswer> {
    return this.#call('POST', path, { 'content-type': 'application/json' }, { body, keepalive })
  }

  #call(method: string, path: string, headers: Record<string, string>, rest: object = {}): Promise<FetchAnswer> {
    const { apiUrl, token, timeoutMs } = this.#settings
    if (token !== undefined) headers.authorization = `Bearer ${token}`
    // Browsers refuse a fetch that is called as a method of anything but the window.
    const { fetch, schedule } = this.#platform
    const url = `${apiUrl.replace(/\/+$/, '')}/api/v1/${path}`
    return new Promise((resolve, reject) => {
      const stop = schedule(() => reject(new Error(`No answer within ${timeoutMs} ms: ${url}`)), timeoutMs)
      fetch(url, { method, headers, ...rest })
        .then(resolve, reject)
        .finally(stop)
    })
  }
}
