import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const VERSION = '3.4.0'
const FOLDER = '.verdict/chdb'
/** Written last: an installation that was cut off is made again. */
const MARKER = join(FOLDER, '.installed')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = ensureChdb() === null ? 1 : 0

/** Installs the ClickHouse engine of the tests, unless it is there. Its folder; null when it can not be had. */
export function ensureChdb() {
  if (existsSync(MARKER) && readFileSync(MARKER, 'utf8') === VERSION) return FOLDER
  console.log(`Installing chdb ${VERSION}, a ClickHouse engine for tests (once; 543 MB on disk) ...`)
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, 'package.json'), '{ "private": true }\n')
  const options = ['--no-audit', '--no-fund', '--no-save', '--ignore-scripts', '--loglevel=error']
  try {
    execFileSync('npm', ['install', '--prefix', FOLDER, `chdb@${VERSION}`, ...options], { stdio: 'inherit' })
  } catch {
    console.log('chdb can not be installed here, so the ClickHouse tests are left out.')
    return null
  }
  writeFileSync(MARKER, VERSION)
  console.log(`Installed into ${FOLDER}.`)
  return FOLDER
}
