import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accuracyPage } from './accuracy-page.ts'
import { allSuites } from './all-suites.ts'
import { runOracleSuite } from './oracle-suite.ts'

const suites = Object.values(allSuites).flat()
const page = readFileSync(new URL('../../../docs/statistics/accuracy.md', import.meta.url), 'utf8')

describe('oracles', () => {
  it.each(suites)('$name agrees with $source', suite => {
    const result = runOracleSuite(suite)

    expect(result.worstShare, result.worstLabel).toBeLessThanOrEqual(1)
  })

  it('hold at least 2,000 cases that scripts beside the fixtures compute', () => {
    const own = suites.filter(suite => !suite.published)

    const count = own.reduce((sum, suite) => sum + suite.cases().length, 0)

    expect(count).toBeGreaterThanOrEqual(2000)
  })

  it('fail a function that misses, and one without cases', () => {
    const suite = { name: 'halved', source: 'nobody', tolerance: 1e-3, cases: () => [] }
    const missing = { ...suite, cases: () => [{ label: 'one', actual: 1, expected: 2 }] }

    const result = runOracleSuite(missing)

    expect(result).toEqual({ count: 1, worstError: 0.5, worstShare: 500, worstLabel: 'one' })
    expect(() => runOracleSuite(suite)).toThrow('no oracle cases')
  })

  it('are registered from every file of suites', () => {
    const registry = readFileSync(new URL('all-suites.ts', import.meta.url), 'utf8')
    const files = readdirSync(new URL('suites/', import.meta.url))

    const forgotten = files.filter(file => !registry.includes(`./suites/${file}'`))

    expect(forgotten).toEqual([])
  })

  it('stand on the page of accuracy, as it is written', () => {
    expect(page).toBe(accuracyPage(allSuites))
  })
})
