import type { FetchAnswer, FetchRequest, KeyValueStorage, PageTarget, Platform } from '../src/platform.ts'

// The only file of this package that touches the clock, chance, timers and the page; everything in src is given them.

interface Surroundings {
  readonly document?: unknown
  readonly localStorage?: KeyValueStorage
  fetch?(url: string, request: FetchRequest): Promise<FetchAnswer>
  setTimeout?(run: () => void, milliseconds: number): unknown
  clearTimeout?(timer: unknown): void
}

/** The platform that `surroundings`, usually globalThis, offers. Nothing is asked of it before it is used. */
export function defaultPlatform(surroundings: object = globalThis): Platform {
  const scope = surroundings as Surroundings & PageTarget
  const isPage = 'document' in scope
  return {
    fetch: (url, request) =>
      scope.fetch
        ? scope.fetch(url, request)
        : Promise.reject(new Error('There is no fetch here: give the client one.')),
    // Outside a page a global localStorage may exist too, shared by every user of the process.
    storage: isPage ? localStorageOf(scope) : null,
    page: isPage ? scope : null,
    now: () => Date.now(),
    random: () => Math.random(),
    schedule(run, milliseconds) {
      const timer = scope.setTimeout?.(run, milliseconds)
      return () => scope.clearTimeout?.(timer)
    },
  }
}

// A browser that blocks cookies throws at the mere mention of localStorage.
function localStorageOf(scope: Surroundings): KeyValueStorage | null {
  try {
    return scope.localStorage ?? null
  } catch {
    return null
  }
}
