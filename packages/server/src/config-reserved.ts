import { ConfigError, type Environment, flag, positive, wholeNumber } from './config-readers.ts'

// Settings of parts that this version does not have. They are checked all the same, so that a wrong one is known at once.
const WHOLE_NUMBERS: Readonly<Record<string, { readonly fallback: number; readonly min: number }>> = {
  AB_LLM_MAX_ATTEMPTS: { fallback: 3, min: 1 },
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
