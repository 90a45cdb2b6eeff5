import { spawnSync } from 'node:child_process'
import { ensureBuilt } from './build.mjs'
import { findChromium } from './chromium.mjs'

const chromium = findChromium()
if (chromium === null) {
  console.error('No Chromium found: apt-get install chromium, or set CHROMIUM_PATH.')
  process.exit(1)
}
await ensureBuilt()
const env = { ...process.env, CHROMIUM_PATH: chromium }
process.exit(spawnSync('npx', ['tsx', 'e2e/run.ts', ...process.argv.slice(2)], { stdio: 'inherit', env }).status ?? 1)
