import {
  ConfigError,
  type Environment,
  flag,
  list,
  oneOf,
  positive,
  secret,
  text,
  wholeNumber,
} from './config-readers.ts'

/** One variable of the environment: what it means, what it may be, and how it is read. */
export interface Setting<T> {
  /** As it would be written into the environment; empty when unset. */
  readonly fallback: string
  readonly rule: string
  readonly about: string
  /** Throws a ConfigError that names the variable. */
  read(env: Environment, variable: string): T
}

export type SettingValues<S> = {
  readonly [Name in keyof S]: S[Name] extends Setting<infer T> ? T : never
}

interface Bounds {
  readonly min: number
  readonly max?: number
}

export function isProduction(env: Environment): boolean {
  return ['production', 'prod'].includes(text(env, 'AB_ENV', 'local'))
}

export function asText(fallback: string, about: string, rule = 'text'): Setting<string> {
  return { fallback, rule, about, read: (env, variable) => text(env, variable, fallback) }
}

export function asFlag(fallback: boolean, about: string): Setting<boolean> {
  const rule = 'true or false'
  return { fallback: String(fallback), rule, about, read: (env, variable) => flag(env, variable, fallback) }
}

export function asWhole(fallback: number, bounds: Bounds, about: string): Setting<number> {
  const rule = bounds.max === undefined ? `whole, ${bounds.min} or more` : `whole, ${bounds.min} to ${bounds.max}`
  return {
    fallback: String(fallback),
    rule,
    about,
    read: (env, variable) => wholeNumber(env, variable, fallback, bounds),
  }
}

export function asPositive(fallback: number, about: string): Setting<number> {
  const read = (env: Environment, variable: string) => positive(env, variable, fallback)
  return { fallback: String(fallback), rule: 'above 0', about, read }
}

export function asOneOf<const V extends readonly string[]>(
  fallback: V[number],
  values: V,
  about: string,
): Setting<V[number]> {
  const read = (env: Environment, variable: string) => oneOf(env, variable, fallback, values)
  return { fallback, rule: values.join(', '), about, read }
}

export function asList(fallback: string, about: string): Setting<readonly string[]> {
  const read = (env: Environment, variable: string) => {
    const items = list(env, variable, fallback)
    if (items.length === 0 && fallback !== '') throw new ConfigError(variable, 'name one at least')
    return items
  }
  return { fallback, rule: 'list with commas', about, read }
}

export function asSecret(shortest: number, about: string): Setting<string | null> {
  const rule = shortest === 1 ? 'secret' : `secret, ${shortest} characters or more`
  return { fallback: '', rule, about, read: (env, variable) => secret(env, variable, shortest) }
}

/** A secret that lets callers in: longer in production. */
export function asToken(about: string): Setting<string | null> {
  const rule = 'secret, 8 characters or more, 24 in production'
  return { fallback: '', rule, about, read: (env, variable) => secret(env, variable, isProduction(env) ? 24 : 8) }
}

/** A setting of the earlier system that means nothing here. */
export function asLeftBehind(about: string): Setting<boolean> {
  return { fallback: '', rule: 'not carried over', about, read: (env, variable) => text(env, variable, '') !== '' }
}
