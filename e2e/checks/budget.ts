import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import type { Check } from '../check.ts'

const LIST_KB = 200
const SCREEN_KB = 240

/** In Russian, whose catalogue is the largest. */
export const budgetCheck: Check = {
  name: `the list loads at most ${LIST_KB} kB of JavaScript (gzip), an experiment at most ${SCREEN_KB} kB`,
  run: ({ browser, server, seeded }) =>
    browser.withPage({ language: 'ru' }, async page => {
      const list = await scriptKilobytes(page, server.url)
      const experiment = await scriptKilobytes(page, `${server.url}/experiments/${seeded.revenue}`)
      process.stdout.write(`     list ${list.toFixed(1)} kB, experiment ${experiment.toFixed(1)} kB\n`)
      assert.ok(list <= LIST_KB, `the list loads ${list} kB`)
      assert.ok(experiment <= SCREEN_KB, `the experiment loads ${experiment} kB`)
    }),
}

async function scriptKilobytes(page: Page, url: string): Promise<number> {
  const scripts = new Set<string>()
  page.on('request', request => {
    if (new URL(request.url()).pathname.endsWith('.js')) scripts.add(request.url())
  })
  await page.goto(url)
  await page.locator('h1').waitFor()
  await page.waitForLoadState('networkidle')
  page.removeAllListeners('request')
  const sizes = await Promise.all([...scripts].map(gzipSize))
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

async function gzipSize(url: string): Promise<number> {
  const response = await fetch(url)
  return gzipSync(await response.arrayBuffer()).length
}
