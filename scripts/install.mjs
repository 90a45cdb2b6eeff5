import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const MARKER = 'node_modules/.installed-for-lock'

/** Installs the packages of the lock file, unless they are there. Says so, because it takes a minute. */
export function ensureInstalled() {
  requireNode()
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(MARKER) && readFileSync(MARKER, 'utf8') === lock) return
  console.log('Installing packages (once; about a minute) ...')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit' })
  writeFileSync(MARKER, lock)
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Verdict needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
