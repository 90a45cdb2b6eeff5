import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Check, Stage } from './check.ts'
import { accessCheck } from './checks/access.ts'
import { accessibilityChecks } from './checks/accessibility.ts'
import { budgetCheck } from './checks/budget.ts'
import { conductCheck } from './checks/conduct.ts'
import { experimentChecks } from './checks/experiment.ts'
import { listChecks, longListCheck } from './checks/list.ts'
import { liveChecks } from './checks/live.ts'
import { shellChecks } from './checks/shell.ts'
import { statisticsChecks } from './checks/statistics.ts'
import { takeScreenshots } from './screenshots.ts'
import { seed } from './seed.ts'
import { startTestServer } from './test-server.ts'
import { WatchedBrowser } from './watched-browser.ts'

// Checks that change the data come after those that look at it.
const CHECKS: readonly Check[] = [
  ...listChecks,
  ...experimentChecks,
  ...shellChecks,
  budgetCheck,
  ...statisticsChecks,
  ...accessibilityChecks,
  ...liveChecks,
  longListCheck,
  accessCheck,
  conductCheck,
]

process.exitCode = await main()

/** A browser against a real server with the built web UI; the exit code. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { screenshots: { type: 'string' }, only: { type: 'string' } } })
  if (!existsSync(join(import.meta.dirname, '../packages/web/dist/index.html'))) {
    process.stderr.write('Build the web UI first: npx vite build packages/web\n')
    return 1
  }
  const server = await startTestServer()
  const browser = await WatchedBrowser.launch([server.url])
  try {
    const stage = { server, browser, seeded: await seed(server.url) }
    if (values.screenshots !== undefined) await takeScreenshots(stage, values.screenshots)
    return await runAll(stage, values.only ?? '')
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function runAll(stage: Stage, only: string): Promise<number> {
  const chosen = CHECKS.filter(({ name }) => name.includes(only))
  let failed = 0
  for (const check of chosen) {
    const start = Date.now()
    const error = await failureOf(check, stage)
    if (error !== null) failed += 1
    const mark = error === null ? 'ok  ' : 'FAIL'
    process.stdout.write(`${mark} ${check.name} (${Date.now() - start} ms)\n${error === null ? '' : `${error}\n`}`)
  }
  process.stdout.write(`${chosen.length - failed} passed, ${failed} failed\n`)
  return failed === 0 && chosen.length > 0 ? 0 : 1
}

async function failureOf(check: Check, stage: Stage): Promise<string | null> {
  try {
    await check.run(stage)
    return null
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
