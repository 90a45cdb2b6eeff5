import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FaultReport } from './fault.ts'
import { killServers } from './fault-server.ts'
import { faults } from './faults.ts'

const folder = mkdtempSync(join(tmpdir(), 'verdict-faults-'))
// Within the repository, so that it finds the packages from npm.
const build = join('.verdict', `fault-server-${process.pid}`)

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build.mjs', '--server', build], { stdio: 'inherit' })
})

afterAll(() => {
  killServers()
  rmSync(build, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

// The short form; `npm run faults` has the full numbers of runs.
describe('no acknowledged event is lost or doubled, and /readyz says how things stand', () => {
  for (const fault of faults) {
    const obstacle = fault.obstacle?.() ?? null
    const name = obstacle === null ? fault.name : `${fault.name} (${obstacle})`

    it.skipIf(obstacle !== null)(name, { timeout: 120_000 }, async () => {
      const own = mkdtempSync(join(folder, `${fault.name}-`))

      const report: FaultReport = await fault.run(own, { runs: fault.shortRuns, main: join(build, 'main.js') })

      expect(report).toMatchObject({ runs: fault.shortRuns, lost: 0, doubled: 0, torn: 0, complaints: [] })
      expect(report.acknowledged).toBeGreaterThan(0)
    })
  }
})
