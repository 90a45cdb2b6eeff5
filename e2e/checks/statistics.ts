import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import * as statistics from '@verdict/stats'
import type { Check } from '../check.ts'
import { answersText } from '../statistics/answers.ts'
import { differingNumbers } from '../statistics/differing-numbers.ts'
import { planningCalls } from '../statistics/planning-calls.ts'
import { bundleOf, type StatisticsPart, startStatisticsSite } from '../statistics/statistics-site.ts'
import { wholeCalls } from '../statistics/whole-calls.ts'
import { WatchedBrowser } from '../watched-browser.ts'

const PLANNING_KB = 40
const TOLERANCE = 1e-15

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
    run: () => compare('planning', answersText(planningCalls(statistics))),
  },
  {
    name: 'every family of the statistics gives the same numbers in a browser as in Node',
    run: () => compare('whole', answersText(wholeCalls(statistics))),
  },
]

async function gzipKilobytes(part: StatisticsPart): Promise<number> {
  return gzipSync(await bundleOf(part)).length / 1000
}

async function compare(part: StatisticsPart, expectedText: string): Promise<void> {
  const shown = await answersInBrowser(part)
  const [expected, actual] = [JSON.parse(expectedText), JSON.parse(shown)] as unknown[]
  const { compared, differing } = differingNumbers(expected, actual)
  const calls = Object.keys(JSON.parse(expectedText) as object).length
  process.stdout.write(
    `     ${calls} functions, ${compared} values, ${compared - differing.length} equal to the last bit\n`,
  )
  assert.deepEqual(
    differing.filter(({ relative }) => relative > TOLERANCE),
    [],
  )
}

async function answersInBrowser(part: StatisticsPart): Promise<string> {
  const site = await startStatisticsSite()
  const browser = await WatchedBrowser.launch([site.url])
  try {
    return await browser.withPage({}, async page => {
      const answer = await page.goto(`${site.url}/${part}.html`)
      assert.match(answer!.headers()['content-security-policy']!, /script-src 'self'(;|$)/)
      const shown = await page.locator('pre').textContent()
      assert.deepEqual(browser.faults, [])
      return shown!
    })
  } finally {
    await browser.close()
    await site.stop()
  }
}
