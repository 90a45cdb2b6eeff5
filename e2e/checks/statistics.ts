import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import type { Check } from '../check.ts'
import { differingNumbers } from '../statistics/differing-numbers.ts'
import { bundleOf, type MathOf, type StatisticsPart, startStatisticsSite } from '../statistics/statistics-site.ts'
import { WatchedBrowser } from '../watched-browser.ts'

const PLANNING_KB = 40

/**
 * Of exp, expm1, log, log10, log1p, pow, sin, cos and sinh the last bit differs between versions of one engine, and some
 * statistics make a few of such bits into a few more.
 */
const ENGINE_TOLERANCE = 1e-14

export const statisticsChecks: readonly Check[] = [
  {
    name: `planning in a browser takes at most ${PLANNING_KB} kB of JavaScript (gzip)`,
    async run() {
      const planning = await gzipKilobytes('planning')
      const whole = await gzipKilobytes('whole')
      process.stdout.write(`     planning ${planning.toFixed(1)} kB, all of the statistics ${whole.toFixed(1)} kB\n`)
      assert.ok(planning <= PLANNING_KB, `the planning part is ${planning} kB`)
    },
  },
  {
    name: 'planning gives the same numbers in a browser, under the content security policy, as in Node',
    run: () => compare('planning'),
  },
  {
    name: 'each family of the statistics gives the same numbers in a browser as in Node',
    run: () => compare('whole'),
  },
]

async function gzipKilobytes(part: StatisticsPart): Promise<number> {
  return gzipSync(await bundleOf(part)).length / 1000
}

async function compare(part: StatisticsPart): Promise<void> {
  const site = await startStatisticsSite()
  const browser = await WatchedBrowser.launch([site.url])
  const answersOf = async (math: MathOf) => ({
    expected: await site.answersInNode(part, math),
    actual: await answersInBrowser(browser, site.pageUrl(part, math)),
  })
  try {
    const exact = await answersOf('portable')
    assert.equal(exact.actual, exact.expected, 'with the same Math, each number is the same to the last bit')
    const usual = await answersOf('engine')
    const [expected, actual] = [JSON.parse(usual.expected), JSON.parse(usual.actual)] as [object, object]
    const { compared, differing } = differingNumbers(expected, actual)
    const largest = Math.max(0, ...differing.map(({ relative }) => relative))
    process.stdout.write(
      `     ${Object.keys(expected).length} calls, ${compared} values: the same bits with the same Math; with each engine's own ` +
        `${compared - differing.length} are, the others within ${largest.toPrecision(2)}\n`,
    )
    assert.deepEqual(
      differing.filter(({ relative }) => relative > ENGINE_TOLERANCE),
      [],
    )
  } finally {
    await browser.close()
    await site.stop()
  }
}

async function answersInBrowser(browser: WatchedBrowser, url: string): Promise<string> {
  return browser.withPage({}, async page => {
    const answer = await page.goto(url)
    assert.match(answer!.headers()['content-security-policy']!, /script-src 'self'(;|$)/)
    const shown = await page.locator('pre').textContent()
    assert.deepEqual(browser.faults, [])
    return shown!
  })
}
