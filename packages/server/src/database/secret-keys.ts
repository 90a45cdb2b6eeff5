import { randomBytes } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const FILE = 'secrets.key'

/** The keys of the settings; without any, the one in the data folder, which is made at the first start. */
export function secretKeys(settings: readonly string[], dataDir: string): readonly [string, ...string[]] {
  const [first, ...rest] = settings
  return first === undefined ? [keyFile(dataDir)] : [first, ...rest]
}

function keyFile(dataDir: string): string {
  const path = join(dataDir, FILE)
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  mkdirSync(dataDir, { recursive: true })
  const secret = randomBytes(32).toString('base64url')
  // Fails when another start made it meanwhile; nobody else may read it.
  const file = openSync(path, 'wx', 0o600)
  writeSync(file, `${secret}\n`)
  closeSync(file)
  return secret
}
