import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const IGNORED = new Set(['node_modules', 'dist', 'fixtures', 'simulations', 'bench'])

/** A digest of names, sizes and change times below these paths: changes when something was edited. */
export function fingerprint(paths) {
  const hash = createHash('sha256').update(process.versions.node)
  for (const path of paths) addTo(hash, path)
  return hash.digest('hex')
}

/** Whether a result was made from sources with this fingerprint. */
export function isFresh(marker, print) {
  return existsSync(marker) && readFileSync(marker, 'utf8') === print
}

export function markFresh(marker, print) {
  mkdirSync(dirname(marker), { recursive: true })
  writeFileSync(marker, print)
}

function addTo(hash, path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) {
    hash.update(`${path}:${stats.size}:${stats.mtimeMs};`)
    return
  }
  for (const name of readdirSync(path).sort()) {
    if (!IGNORED.has(name) && !/\.test\.tsx?$/.test(name)) addTo(hash, join(path, name))
  }
}
