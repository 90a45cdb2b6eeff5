import { ConfigError, type Environment, text, wholeNumber } from './config-readers.ts'

/** Where the control plane lies: a file, or PostgreSQL. No message repeats the address, which may hold a password. */
export function readDatabase(env: Environment, isProduction: boolean) {
  const url = text(env, 'AB_DATABASE_URL', '')
  const poolSize = wholeNumber(env, 'AB_DB_POOL_SIZE', 10, { min: 1, max: 1000 })
  if (/^postgres(ql)?:\/\//.test(url)) {
    if (!URL.canParse(url))
      throw new ConfigError('AB_DATABASE_URL', 'write postgres://USER:PASSWORD@HOST:5432/DATABASE')
    return { databasePath: '', postgres: { url, poolSize } }
  }
  if (isProduction)
    throw new ConfigError('AB_DATABASE_URL', 'production needs postgres://USER:PASSWORD@HOST:5432/DATABASE')
  if (url === '') return { databasePath: text(env, 'AB_DB_PATH', 'projects.sqlite3'), postgres: null }
  const [, path] = /^sqlite:\/\/\/(.+)$/.exec(url) ?? []
  if (path === undefined) throw new ConfigError('AB_DATABASE_URL', 'write sqlite:///PATH or postgres://HOST/DATABASE')
  return { databasePath: path, postgres: null }
}
