import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

export interface PageWish {
  readonly language?: string
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  /** Statuses of answers that the check wants to see fail. */
  readonly expectedStatuses?: readonly number[]
}

/** A browser that notes what no page of ours may do: log an error, break the policy, or call another origin. */
export class WatchedBrowser {
  readonly #browser: Browser
  readonly #origins: ReadonlySet<string>
  readonly faults: string[] = []

  private constructor(browser: Browser, origins: ReadonlySet<string>) {
    this.#browser = browser
    this.#origins = origins
  }

  static async launch(urls: readonly string[]): Promise<WatchedBrowser> {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    })
    return new WatchedBrowser(browser, new Set(urls.map(url => new URL(url).origin)))
  }

  /** Runs a check on a fresh page of a fresh context, and closes it. */
  async withPage<T>(wish: PageWish, run: (page: Page) => Promise<T>): Promise<T> {
    const context = await this.#browser.newContext(contextOptions(wish))
    try {
      await context.addInitScript(choices(wish))
      return await run(await this.#watch(context, wish.expectedStatuses ?? []))
    } finally {
      await context.close()
    }
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }

  async #watch(context: BrowserContext, expected: readonly number[]): Promise<Page> {
    const page = await context.newPage()
    page.on('pageerror', error => this.faults.push(`${page.url()}: ${error.message}`))
    page.on('console', message => {
      if (message.type() !== 'error' && message.type() !== 'warning') return
      const status = Number(/the server responded with a status of (\d+)/.exec(message.text())?.[1])
      if (!expected.includes(status)) this.faults.push(`${page.url()}: ${message.text()} ${message.location().url}`)
    })
    page.on('request', request => {
      const { origin, protocol } = new URL(request.url())
      if (protocol !== 'data:' && protocol !== 'blob:' && !this.#origins.has(origin)) {
        this.faults.push(`${page.url()} asked for ${request.url()}`)
      }
    })
    return page
  }
}

function contextOptions({ width = 1280, language = 'en' }: PageWish): BrowserContextOptions {
  return { viewport: { width, height: 900 }, locale: language, timezoneId: 'UTC' }
}

// Only what the page itself has not stored yet: a choice made in the check must survive a reload.
function choices({ language = 'en', theme = 'light' }: PageWish): string {
  return `
    localStorage.getItem('ab-test:language') ?? localStorage.setItem('ab-test:language', '${language}')
    localStorage.getItem('ab-test:theme') ?? localStorage.setItem('ab-test:theme', '${theme}')
  `
}
