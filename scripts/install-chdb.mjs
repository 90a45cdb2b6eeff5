import { pathToFileURL } from 'node:url'
import { ensureTestPackage } from './install-test-package.mjs'

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = ensureChdb() === null ? 1 : 0

/** Installs the ClickHouse engine of the tests, unless it is there. Its folder; null when it can not be had. */
export function ensureChdb() {
  return ensureTestPackage({
    name: 'chdb',
    version: '3.4.0',
    folder: '.verdict/chdb',
    about: 'a ClickHouse engine for tests (once; 543 MB on disk)',
    options: ['--ignore-scripts'],
  })
}
