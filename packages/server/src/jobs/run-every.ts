export interface Rhythm {
  /** From the start to the first run. */
  readonly firstMs: number
  readonly everyMs: number
}

/** For what somebody waits for. */
export const OFTEN: Rhythm = { firstMs: 500, everyMs: 500 }
export const HOURLY: Rhythm = { firstMs: 60_000, everyMs: 3_600_000 }
export const DAILY: Rhythm = { firstMs: 60_000, everyMs: 86_400_000 }

/** Runs the work again and again, never twice at once; returns what stops it. It keeps no process alive. */
export function runEvery(
  { firstMs, everyMs }: Rhythm,
  work: () => Promise<unknown>,
  onError: (error: unknown) => void,
): () => void {
  let isRunning = false
  const run = () => {
    timer = setTimeout(run, everyMs).unref()
    if (isRunning) return
    isRunning = true
    work()
      .catch(onError)
      .finally(() => {
        isRunning = false
      })
  }
  let timer = setTimeout(run, firstMs).unref()
  return () => clearTimeout(timer)
}
