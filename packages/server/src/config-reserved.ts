import { ConfigError, type Environment, flag, positive, text, wholeNumber } from './config-readers.ts'

// Settings of parts that this version does not have. They are checked all the same, so that a wrong one is known at once.
const WHOLE_NUMBERS: Readonly<Record<string, { readonly fallback: number; readonly min: number }>> = {
  AB_DB_POOL_SIZE: { fallback: 10, min: 1 },
  AB_LLM_MAX_ATTEMPTS: { fallback: 3, min: 1 },
  AB_MAX_SLACK_BODY_BYTES: { fallback: 65_536, min: 1024 },
  AB_SLACK_RATE_LIMIT_REQUESTS: { fallback: 60, min: 1 },
  AB_SLACK_RATE_LIMIT_WINDOW_SECONDS: { fallback: 60, min: 1 },
  AB_SLACK_INVALID_SIGNATURE_LIMIT: { fallback: 20, min: 1 },
  AB_SLACK_INVALID_SIGNATURE_WINDOW_SECONDS: { fallback: 60, min: 1 },
  AB_RETENTION_WEBHOOK_DELIVERIES_DAYS: { fallback: 0, min: 0 },
}

/** Checks every AB_* variable of the contract that nothing reads yet. Throws a ConfigError that names the one at fault. */
export function checkReserved(env: Environment): void {
  for (const [variable, { fallback, min }] of Object.entries(WHOLE_NUMBERS))
    wholeNumber(env, variable, fallback, { min })
  flag(env, 'AB_SEED_DEMO_ON_STARTUP', false)
  for (const variable of ['AB_LLM_TIMEOUT_SECONDS', 'AB_LLM_INITIAL_BACKOFF_SECONDS']) positive(env, variable, 1)
  if (positive(env, 'AB_LLM_BACKOFF_MULTIPLIER', 2) < 1)
    throw new ConfigError('AB_LLM_BACKOFF_MULTIPLIER', 'at least 1')
}

/** The control plane's file: AB_DATABASE_URL as sqlite:///PATH wins over AB_DB_PATH. */
export function databasePathOf(env: Environment): string {
  const url = text(env, 'AB_DATABASE_URL', '')
  if (url === '') return text(env, 'AB_DB_PATH', 'projects.sqlite3')
  const [, path] = /^sqlite:\/\/\/(.+)$/.exec(url) ?? []
  if (path !== undefined) return path
  if (/^postgres(ql)?:\/\//.test(url))
    throw new ConfigError('AB_DATABASE_URL', 'this version runs on SQLite only; unset it')
  throw new ConfigError('AB_DATABASE_URL', 'write sqlite:///PATH')
}
