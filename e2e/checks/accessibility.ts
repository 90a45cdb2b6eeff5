import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import type { Check, Stage } from '../check.ts'
import type { PageWish } from '../watched-browser.ts'

const MODES: Readonly<Record<string, PageWish>> = {
  light: {},
  dark: { theme: 'dark' },
  Arabic: { language: 'ar' },
  'Arabic, 390 px': { language: 'ar', width: 390 },
  '390 px': { width: 390 },
  'dark, 390 px': { theme: 'dark', width: 390 },
}

/** Each page in each mode: no serious finding, and no sideways scroll of the page. */
export const accessibilityChecks: readonly Check[] = Object.entries(MODES).map(([mode, wish]) => ({
  name: `no serious accessibility finding and no sideways scroll (${mode})`,
  async run(stage) {
    for (const path of paths(stage)) {
      await stage.browser.withPage({ ...wish, expectedStatuses: [404] }, async page => {
        await page.goto(stage.server.url + path)
        await page.locator('h1').waitFor()
        await page.waitForLoadState('networkidle')
        await assertNoFindings(page, path)
        await assertNoSidewaysScroll(page, path)
      })
    }
  },
}))

function paths({ seeded }: Stage): readonly string[] {
  const experiments = Object.values(seeded).map(id => `/experiments/${id}`)
  return ['/', '/?q=nothing-like-it', '/experiments/unknown', ...experiments]
}

export async function assertNoFindings(page: Page, path: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const found = serious.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' | ')}`)
  assert.deepEqual(found, [], path)
}

async function assertNoSidewaysScroll(page: Page, path: string): Promise<void> {
  const excess = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  assert.ok(excess <= 0, `${path} is ${excess} px too wide`)
}
