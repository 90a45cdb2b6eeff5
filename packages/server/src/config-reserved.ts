import { ConfigError, type Environment, flag, positive, secret, wholeNumber } from './config-readers.ts'

// Settings of parts that this version does not have. They are checked all the same, so that a wrong one is known at once.
const WHOLE_NUMBERS: Readonly<Record<string, { readonly fallback: number; readonly min: number }>> = {}

/** Checks every AB_* variable of the contract that nothing reads yet. Throws a ConfigError that names the one at fault. */
export function checkReserved(env: Environment): void {
  for (const [variable, { fallback, min }] of Object.entries(WHOLE_NUMBERS))
    wholeNumber(env, variable, fallback, { min })
  flag(env, 'AB_SEED_DEMO_ON_STARTUP', false)
  secret(env, 'AB_WORKSPACE_SIGNING_KEY', 16)
}
