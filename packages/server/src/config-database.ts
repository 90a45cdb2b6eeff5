import { ConfigError } from './config-readers.ts'
import type { Settings } from './settings.ts'

type DatabaseSettings = Pick<Settings, 'AB_DATABASE_URL' | 'AB_DB_PATH' | 'AB_DB_POOL_SIZE'>

/** Where the control plane lies: a file, or PostgreSQL. No message repeats the address, which may hold a password. */
export function readDatabase(given: DatabaseSettings, isProduction: boolean) {
  const { AB_DATABASE_URL: url, AB_DB_POOL_SIZE: poolSize } = given
  if (/^postgres(ql)?:\/\//.test(url)) {
    if (!URL.canParse(url))
      throw new ConfigError('AB_DATABASE_URL', 'write postgres://USER:PASSWORD@HOST:5432/DATABASE')
    return { databasePath: '', postgres: { url, poolSize } }
  }
  if (isProduction)
    throw new ConfigError('AB_DATABASE_URL', 'production needs postgres://USER:PASSWORD@HOST:5432/DATABASE')
  if (url === '') return { databasePath: given.AB_DB_PATH, postgres: null }
  const [, path] = /^sqlite:\/\/\/(.+)$/.exec(url) ?? []
  if (path === undefined) throw new ConfigError('AB_DATABASE_URL', 'write sqlite:///PATH or postgres://HOST/DATABASE')
  return { databasePath: path, postgres: null }
}
