import type { Seeded } from './seed.ts'
import type { TestServer } from './test-server.ts'
import type { WatchedBrowser } from './watched-browser.ts'

export interface Stage {
  readonly browser: WatchedBrowser
  readonly server: TestServer
  readonly seeded: Seeded
}

/** A sentence about the page, and what shows that it is true. */
export interface Check {
  readonly name: string
  run(stage: Stage): Promise<void>
}
