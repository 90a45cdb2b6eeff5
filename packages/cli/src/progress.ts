import { progress } from '@clack/prompts'

export interface Progress {
  /** `done` items in all. */
  advance(done: number): void
  finish(summary: string): void
}

/** A bar on a terminal; elsewhere only the closing line. */
export function newProgress(title: string, total: number, write: (text: string) => void): Progress {
  if (!process.stdout.isTTY) return { advance: () => undefined, finish: summary => write(`${summary}\n`) }
  const bar = progress({ max: Math.max(1, total) })
  bar.start(title)
  let shown = 0
  return {
    advance(done) {
      bar.advance(done - shown, `${title}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`)
      shown = done
    },
    finish: summary => bar.stop(summary),
  }
}
