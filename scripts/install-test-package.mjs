import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Installs a package that only tests need, unless it is there. Its folder; null when it can not be had. */
export function ensureTestPackage({ name, version, folder, about, options = [] }) {
  // Written last: an installation that was cut off is made again.
  const marker = join(folder, '.installed')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === version) return folder
  console.log(`Installing ${name} ${version}, ${about} ...`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const quiet = ['--no-audit', '--no-fund', '--no-save', '--loglevel=error']
  try {
    execFileSync('npm', ['install', '--prefix', folder, `${name}@${version}`, ...quiet, ...options], {
      stdio: 'inherit',
    })
  } catch {
    console.log(`${name} can not be installed here, so its tests are left out.`)
    return null
  }
  writeFileSync(marker, version)
  console.log(`Installed into ${folder}.`)
  return folder
}
