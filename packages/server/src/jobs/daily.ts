const FIRST_MS = 60_000
const DAY_MS = 86_400_000

/** Runs the work a minute after the start and then once a day, one at a time; returns what stops it. */
export function runDaily(work: () => Promise<unknown>, onError: (error: unknown) => void): () => void {
  let timer = setTimeout(run, FIRST_MS)
  timer.unref()
  function run(): void {
    timer = setTimeout(run, DAY_MS)
    timer.unref()
    work().catch(onError)
  }
  return () => clearTimeout(timer)
}
