import { ConfigError, type Environment, text } from './config-readers.ts'

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
