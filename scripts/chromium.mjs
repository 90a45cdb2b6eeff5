import { existsSync } from 'node:fs'

/** A Chromium for the browser tests: CHROMIUM_PATH, or Debian's; null when there is none. */
export function findChromium() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  return candidates.find(path => path && existsSync(path)) ?? null
}
