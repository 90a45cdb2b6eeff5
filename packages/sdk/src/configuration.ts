import type { Api } from './api.ts'
import { type ConfiguredExperiment, readExperiments, type SdkConfiguration } from './read-experiments.ts'
import type { StoredValue } from './stored-value.ts'

/** The experiments as last heard from the server; before the first answer, those that an earlier page stored. */
export class Configuration {
  readonly #api: Api
  readonly #stored: StoredValue
  #current: SdkConfiguration | null
  #refreshing: Promise<boolean> | null = null

  constructor(api: Api, stored: StoredValue) {
    this.#api = api
    this.#stored = stored
    this.#current = readExperiments(stored.read())
  }

  get version(): string | null {
    return this.#current?.version ?? null
  }

  find(experimentId: string): ConfiguredExperiment | undefined {
    return this.#current?.experiments.get(experimentId)
  }

  /** Asks the server; true when the configuration has changed. Callers at the same time share one request. */
  refresh(): Promise<boolean> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null
    })
    return this.#refreshing
  }

  async #refresh(): Promise<boolean> {
    const answer = await this.#api.get('sdk/config', this.version)
    if (answer.status === 304) return false
    const body = answer.status === 200 ? await answer.json() : null
    const next = readExperiments(body)
    if (next === null) throw new Error(`The configuration can not be read (status ${answer.status}).`)
    const hasChanged = next.version !== this.version
    this.#current = next
    this.#stored.write(body)
    return hasChanged
  }
}
