/** The process environment, as it is handed in by `main.ts`. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A setting that can not be used; the message names its variable. */
export class ConfigError extends Error {
  constructor(variable: string, problem: string) {
    super(`${variable}: ${problem}`)
    this.name = 'ConfigError'
  }
}

/** An empty variable counts as unset. */
export function text(env: Environment, variable: string, fallback: string): string {
  return env[variable]?.trim() || fallback
}

export function flag(env: Environment, variable: string, fallback: boolean): boolean {
  const value = text(env, variable, String(fallback)).toLowerCase()
  if (['1', 'true', 'yes', 'on'].includes(value)) return true
  if (['0', 'false', 'no', 'off'].includes(value)) return false
  throw new ConfigError(variable, `"${value}" is neither true nor false`)
}

export function wholeNumber(
  env: Environment,
  variable: string,
  fallback: number,
  bounds: { readonly min: number; readonly max?: number },
): number {
  const value = number(env, variable, fallback)
  if (!Number.isSafeInteger(value)) throw new ConfigError(variable, `${value} is no whole number`)
  if (value < bounds.min) throw new ConfigError(variable, `${value} is below ${bounds.min}`)
  if (bounds.max !== undefined && value > bounds.max) throw new ConfigError(variable, `${value} is above ${bounds.max}`)
  return value
}

export function positive(env: Environment, variable: string, fallback: number): number {
  const value = number(env, variable, fallback)
  if (value <= 0) throw new ConfigError(variable, `${value} is not above 0`)
  return value
}

export function oneOf<const V extends readonly string[]>(
  env: Environment,
  variable: string,
  fallback: V[number],
  values: V,
): V[number] {
  const value = text(env, variable, fallback)
  const known = values.find(candidate => candidate.toLowerCase() === value.toLowerCase())
  if (known === undefined) throw new ConfigError(variable, `"${value}" is none of ${values.join(', ')}`)
  return known
}

export function list(env: Environment, variable: string, fallback: string): readonly string[] {
  return text(env, variable, fallback)
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '')
}

/** A secret, or null when unset. The message of a refusal never holds it. */
export function secret(env: Environment, variable: string, shortest: number): string | null {
  const value = env[variable]?.trim() ?? ''
  if (value === '') return null
  if (value.length < shortest) throw new ConfigError(variable, `a token needs ${shortest} characters or more`)
  return value
}

function number(env: Environment, variable: string, fallback: number): number {
  const raw = text(env, variable, String(fallback))
  const value = Number(raw)
  if (!Number.isFinite(value)) throw new ConfigError(variable, `"${raw}" is no number`)
  return value
}
