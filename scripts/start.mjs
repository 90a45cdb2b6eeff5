import { execFileSync } from 'node:child_process'
import { ensureBuilt } from './build.mjs'

// Installs what is missing, builds what is stale, then serves in this very process.
await ensureBuilt()
process.env.AB_BUILD_SHA ??= buildSha()
await import('../packages/server/dist/main.js')

function buildSha() {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  } catch {
    return 'unknown'
  }
}
