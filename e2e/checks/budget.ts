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
  const scripts: Promise<Buffer>[] = []
  page.on('response', response => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response.body())
  })
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  page.removeAllListeners('response')
  const bodies = await Promise.all(scripts)
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000
}
