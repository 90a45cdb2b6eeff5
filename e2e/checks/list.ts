import assert from 'node:assert/strict'
import type { Check } from '../check.ts'
import { createProject } from '../seed.ts'

export const listChecks: readonly Check[] = [
  {
    name: 'the list shows every active experiment, newest first',
    run: ({ browser, server }) =>
      browser.withPage({}, async page => {
        await page.goto(server.url)
        await page.getByText('4 experiments').waitFor()
        const names = await page.locator('tbody th a').allTextContents()
        assert.deepEqual(names, ['Checkout redesign', 'Basket suggestions', 'Pricing page', 'Search ranking'])
        assert.equal(await page.title(), 'Experiments · Verdict')
      }),
  },
  {
    name: 'a search narrows the list, stands in the address, and survives a reload',
    run: ({ browser, server }) =>
      browser.withPage({}, async page => {
        await page.goto(server.url)
        await page.getByRole('searchbox').fill('yearly prices')
        await page.getByText('1 experiment', { exact: true }).waitFor()
        await page.waitForURL(/q=yearly/)
        await page.reload()
        await page.getByText('1 experiment', { exact: true }).waitFor()
        assert.deepEqual(await page.locator('tbody th a').allTextContents(), ['Pricing page'])
      }),
  },
  {
    name: 'status, metric type and order are filters of the address',
    run: ({ browser, server }) =>
      browser.withPage({}, async page => {
        await page.goto(`${server.url}/?status=all&sort=name_asc`)
        await page.getByText('5 experiments').waitFor()
        assert.equal(await page.locator('tbody th a').first().textContent(), 'Basket suggestions')
        await page.getByLabel('Status').selectOption('archived')
        await page.getByText('1 experiment', { exact: true }).waitFor()
        assert.match(page.url(), /status=archived/)
        await page.getByLabel('Metric type').selectOption('continuous')
        await page.getByText('No experiment matches').waitFor()
        await page.getByRole('button', { name: 'Clear search and filters' }).click()
        await page.getByText('4 experiments').waitFor()
      }),
  },
  {
    name: 'a failing list says so and can be tried again',
    run: ({ browser, server }) =>
      browser.withPage({ expectedStatuses: [503] }, async page => {
        await page.route('**/api/v1/projects?*', route => route.fulfill({ status: 503, json: {} }))
        await page.goto(server.url)
        await page.getByRole('alert').waitFor()
        await page.unroute('**/api/v1/projects?*')
        await page.getByRole('button', { name: 'Try again' }).click()
        await page.getByText('4 experiments').waitFor()
      }),
  },
]

/** Adds experiments, so it runs last. */
export const longListCheck: Check = {
  name: 'a long list loads more on demand',
  run: ({ browser, server }) =>
    browser.withPage({}, async page => {
      for (let index = 1; index <= 24; index++) await createProject(server.url, `Idea ${index}`, 'Later', {})
      await page.goto(server.url)
      await page.getByText('Showing 25 of 28').waitFor()
      await page.getByRole('button', { name: 'Load more' }).click()
      await page.getByRole('link', { name: 'Search ranking' }).waitFor()
      assert.equal(await page.locator('tbody tr').count(), 28)
    }),
}
