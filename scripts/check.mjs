import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { ensureInstalled } from './install.mjs'

ensureInstalled()
const CHECKS = [
  ['types of the pure packages', 'npx', ['tsc', '-p', 'tsconfig.pure.json']],
  ['types of the Node packages', 'npx', ['tsc', '-p', 'tsconfig.node.json']],
  ['types of the web packages', 'npx', ['tsc', '-p', 'tsconfig.web.json']],
  ['types of the browser test', 'npx', ['tsc', '-p', 'tsconfig.e2e.json']],
  ['lint and format', 'npx', ['biome', 'check', '--error-on-warnings', '.']],
  ['structure', 'npx', ['vitest', 'run', 'test/structure.test.ts']],
  ['generated files', 'npx', ['tsx', 'scripts/generate.ts', '--check']],
]

let failed = 0
for (const [name, command, args] of CHECKS) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) failed += 1
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name}`)
}
mkdirSync('.verdict', { recursive: true })
writeFileSync('.verdict/check-counts.json', JSON.stringify({ passed: CHECKS.length - failed, failed }))
console.log(`Checks: ${CHECKS.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
