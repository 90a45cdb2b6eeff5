import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Stage } from './check.ts'
import type { PageWish } from './watched-browser.ts'

const MODES: Readonly<Record<string, PageWish>> = {
  light: {},
  dark: { theme: 'dark' },
  arabic: { language: 'ar' },
  narrow: { width: 390 },
}

/** Pictures of each page in each mode, to look at. */
export async function takeScreenshots({ browser, server, seeded }: Stage, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const paths = { list: '/', ...Object.fromEntries(Object.entries(seeded).map(([name, id]) => [name, pathOf(id)])) }
  for (const [mode, wish] of Object.entries(MODES)) {
    for (const [name, path] of Object.entries(paths)) {
      await browser.withPage({ ...wish, expectedStatuses: [404] }, async page => {
        await page.goto(server.url + path)
        await page.waitForLoadState('networkidle')
        await page.screenshot({ path: join(folder, `${name}-${mode}.png`), fullPage: true })
      })
    }
  }
}

function pathOf(id: string): string {
  return `/experiments/${id}`
}
