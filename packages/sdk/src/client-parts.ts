import { defaultPlatform } from '../platform/default-platform.ts'
import { Api } from './api.ts'
import type { EvaluatorOptions } from './client-options.ts'
import type { ExperimentMap } from './experiment-map.ts'
import type { Platform } from './platform.ts'
import { StoredValue } from './stored-value.ts'

export interface ClientParts {
  readonly platform: Platform
  readonly api: Api
  /** A value of this name, apart from those of other servers. */
  stored(name: string): StoredValue
}

export function clientParts(options: EvaluatorOptions<ExperimentMap>): ClientParts {
  const platform = { ...defaultPlatform(), ...options }
  return {
    platform,
    api: new Api(platform, { timeoutMs: 10_000, ...options }),
    stored: name => new StoredValue(platform.storage, `verdict ${name} ${options.apiUrl}`),
  }
}
