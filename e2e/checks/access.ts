import assert from 'node:assert/strict'
import type { Check } from '../check.ts'
import { startTestServer } from '../test-server.ts'
import { WatchedBrowser } from '../watched-browser.ts'

const TOKEN = 'a-token-for-tests'

export const accessCheck: Check = {
  name: 'a protected server is asked with a token of the tab',
  async run() {
    const server = await startTestServer({ AB_API_TOKEN: TOKEN })
    const browser = await WatchedBrowser.launch([server.url])
    try {
      await browser.withPage({ expectedStatuses: [401] }, async page => {
        await page.goto(server.url)
        const dialog = page.getByRole('dialog', { name: 'API token needed' })
        await dialog.getByLabel('API token', { exact: true }).fill('a-wrong-token')
        await dialog.getByRole('button', { name: 'Use this token' }).click()
        await dialog.getByText('The server did not accept this token').waitFor()
        await dialog.getByLabel('API token', { exact: true }).fill(TOKEN)
        await dialog.getByRole('button', { name: 'Use this token' }).click()
        await page.getByText('No experiments yet').waitFor()
        assert.equal(await page.evaluate(`sessionStorage.getItem('ab-test:api-token:v1')`), TOKEN)
        assert.equal(await page.evaluate(`JSON.stringify(localStorage).includes('a-token')`), false)
      })
      assert.deepEqual(browser.faults, [])
    } finally {
      await browser.close()
      await server.stop()
    }
  },
}
