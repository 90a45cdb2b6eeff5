import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Check } from '../check.ts'
import { assertNoFindings } from './accessibility.ts'

const OPENING_MS = 400

export const shellChecks: readonly Check[] = [
  {
    name: 'Arabic turns the page around, and stays after a reload',
    run: ({ browser, server }) =>
      browser.withPage({}, async page => {
        await page.goto(server.url)
        await page.getByRole('button', { name: 'Language: English' }).click()
        await page.getByRole('menuitemradio', { name: 'العربية' }).click()
        await page.locator('html[dir=rtl][lang=ar]').waitFor()
        await page.reload()
        await page.locator('html[dir=rtl][lang=ar]').waitFor()
        assert.equal(await page.evaluate(`localStorage.getItem('ab-test:language')`), 'ar')
      }),
  },
  {
    name: 'a language in the address wins over the stored one',
    run: ({ browser, server }) =>
      browser.withPage({}, async page => {
        await page.goto(`${server.url}/?lang=de`)
        await page.locator('html[lang=de][dir=ltr]').waitFor()
        assert.notEqual(await page.title(), 'Experiments · Verdict')
      }),
  },
  {
    name: 'the theme is switched, stored, and there before the first paint',
    run: ({ browser, server }) =>
      browser
        .withPage({}, async page => {
          await page.goto(server.url)
          await page.getByRole('button', { name: 'Theme: Light' }).click()
          await page.getByRole('menuitemradio', { name: 'Dark' }).click()
          await page.locator('html[data-mantine-color-scheme=dark]').waitFor()
          assert.equal(await page.evaluate(`localStorage.getItem('ab-test:theme')`), 'dark')
          await page.route('**/assets/*.js', route => route.abort())
          await page.reload({ waitUntil: 'commit' })
          await page.locator('html[data-mantine-color-scheme=dark]').waitFor({ state: 'attached' })
        })
        .finally(() => dropExpected(browser.faults, /ERR_FAILED/)),
  },
  {
    name: 'keys find the content, the search and the list of keys',
    run: ({ browser, server, seeded }) =>
      browser.withPage({}, async page => {
        await page.goto(`${server.url}/experiments/${seeded.win}`)
        await page.locator('[data-verdict]').waitFor()
        await page.keyboard.press('Tab')
        assert.equal(await page.evaluate('document.activeElement.textContent'), 'Skip to content')
        await page.keyboard.press('/')
        await page.locator('input[type=search]:focus').waitFor()
        await page.keyboard.type('?')
        assert.equal(await page.getByRole('dialog').count(), 0)
        await page.locator('h1').click()
        await page.keyboard.press('?')
        await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'hidden' })
      }),
  },
  {
    name: 'a change of page moves the focus to its start and names it',
    run: ({ browser, server }) =>
      browser.withPage({}, async page => {
        await page.goto(server.url)
        await page.getByRole('link', { name: 'Pricing page' }).click()
        await page.locator('main:focus').waitFor()
        await waitForTitle(page, 'Pricing page · Verdict')
        await page.goBack()
        await waitForTitle(page, 'Experiments · Verdict')
      }),
  },
  {
    name: 'an open menu and an open dialog have no serious accessibility finding',
    run: ({ browser, server }) =>
      browser.withPage({ theme: 'dark' }, async page => {
        await page.goto(server.url)
        await page.getByRole('button', { name: 'Language: English' }).click()
        await page.getByRole('menuitemradio', { name: 'English' }).waitFor()
        await page.waitForTimeout(OPENING_MS)
        await assertNoFindings(page, 'language menu')
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
        await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
        await page.waitForTimeout(OPENING_MS)
        await assertNoFindings(page, 'dialog of shortcuts')
      }),
  },
  {
    name: 'an address that is no page says so',
    run: ({ browser, server }) =>
      browser.withPage({}, async page => {
        await page.goto(`${server.url}/nowhere`)
        await page.getByText('There is nothing at this address').waitFor()
      }),
  },
  {
    name: 'the two pages of the API render',
    run: ({ browser, server }) =>
      browser.withPage({}, async page => {
        await page.goto(`${server.url}/docs`)
        await page.getByText('/api/v1/projects').first().waitFor()
        await page.goto(`${server.url}/redoc`)
        await page.getByRole('heading', { name: 'List, search and sort projects' }).waitFor()
      }),
  },
]

async function waitForTitle(page: Page, title: string): Promise<void> {
  for (let tries = 0; tries < 50 && (await page.title()) !== title; tries++) await page.waitForTimeout(100)
  assert.equal(await page.title(), title)
}

function dropExpected(faults: string[], pattern: RegExp): void {
  const kept = faults.filter(fault => !pattern.test(fault))
  faults.splice(0, faults.length, ...kept)
}
