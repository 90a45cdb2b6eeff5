import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Check } from '../check.ts'
import { createProject, exposeMore } from '../seed.ts'
import { post } from '../server-calls.ts'

const POLL_LIMIT_MS = 12_000
const TWO_POLLS_MS = 11_000

export const liveChecks: readonly Check[] = [
  {
    name: 'new events show without a reload, and an unchanged read-out answers 304',
    run: ({ browser, server, seeded }) =>
      browser.withPage({}, async page => {
        const statuses: number[] = []
        page.on('response', response => {
          if (response.url().endsWith('/live-stats')) statuses.push(response.status())
        })
        await page.goto(`${server.url}/experiments/${seeded.win}`)
        const exposed = page.locator('section[aria-label="Arms"] td[data-column="exposed"]').first()
        assert.equal(await exposed.textContent(), '1,800')
        await page.evaluate(`document.body.setAttribute('data-not-reloaded', '')`)
        await page.waitForResponse(response => response.status() === 304, { timeout: POLL_LIMIT_MS })
        await exposeMore(server.url, seeded.win, 400)
        await page.getByText('2,000', { exact: true }).first().waitFor({ timeout: POLL_LIMIT_MS })
        assert.equal(await page.locator('[data-not-reloaded]').count(), 1)
        assert.ok(statuses.includes(304) && statuses.filter(status => status === 200).length === 2, String(statuses))
      }),
  },
  {
    name: 'first events replace the guide, and a changed verdict is announced',
    run: ({ browser, server }) =>
      browser.withPage({}, async page => {
        const id = await createProject(server.url, 'Fresh', 'A first event', {})
        await page.goto(`${server.url}/experiments/${id}`)
        await page.getByText('No data yet').waitFor()
        assert.match(
          (await page.locator('pre').first().textContent()) ?? '',
          new RegExp(`/experiments/${id}/exposures`),
        )
        await exposeMore(server.url, id, 800, index => (index < 600 ? 0 : 1))
        await page.getByText('The verdict is now: Do not ship.').waitFor({ state: 'attached', timeout: POLL_LIMIT_MS })
        assert.equal(await page.getByText('No data yet').count(), 0)
        await post(server.url, `/api/v1/projects/${id}/archive`, {})
      }),
  },
  {
    name: 'a hidden page does not ask the server',
    run: ({ browser, server, seeded }) =>
      browser.withPage({}, async page => {
        await page.goto(`${server.url}/experiments/${seeded.win}`)
        await page.locator('[data-verdict]').waitFor()
        await setVisibility(page, 'hidden')
        let calls = 0
        page.on('request', request => {
          if (request.url().includes('/api/')) calls += 1
        })
        await page.waitForTimeout(TWO_POLLS_MS)
        assert.equal(calls, 0)
        await setVisibility(page, 'visible')
        await page.waitForRequest(/live-stats/, { timeout: POLL_LIMIT_MS })
      }),
  },
  {
    name: 'when the server goes away, the last reading stays and says its time',
    run: ({ browser, server, seeded }) =>
      browser.withPage({ expectedStatuses: [503] }, async page => {
        await page.goto(`${server.url}/experiments/${seeded.win}`)
        await page.locator('[data-verdict]').waitFor()
        await page.route('**/api/v1/experiments/**', route => route.fulfill({ status: 503, json: {} }))
        await page.getByText(/Could not update\. You see the reading of/).waitFor({ timeout: 2 * POLL_LIMIT_MS })
        assert.equal(await page.locator('[data-verdict]').count(), 1)
      }),
  },
]

async function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate(`
    Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  `)
}
