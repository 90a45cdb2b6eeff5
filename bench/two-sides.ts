import { median } from './median.ts'

/** One statistic, computed by the product and by a plain textbook implementation on the same data. */
export interface TwoSides<T> {
  readonly bench: string
  /** what was computed, as it stands in the line */
  readonly size: Readonly<Record<string, number>>
  readonly verdict: () => T
  readonly textbook: () => T
  /** how far apart the answers are, in `unit`; a simulation may look at more draws than are timed */
  readonly gap: (verdict: T, textbook: T) => number
  readonly within: number
  readonly unit: string
  readonly repetitions?: number
  /** what the earlier system took for the same, on another machine */
  readonly earlierMs?: number
  readonly bar?: string
}

const LEAST_TIMED_MS = 20
const REPETITIONS = 7
/** A first call that took longer needs no second one to be known. */
const LONG_MS = 500

/** Asserts that both sides agree, which also warms them up, then times them in turn: medians of several repetitions. */
export function compareTwoSides<T>(sides: TwoSides<T>): void {
  const { bench, size, verdict, textbook, within, unit, repetitions = REPETITIONS, earlierMs, bar } = sides
  const calls = { verdict: callsToTime(verdict), textbook: callsToTime(textbook) }
  const gap = sides.gap(calls.verdict.answer, calls.textbook.answer)
  if (!(gap <= within)) throw new Error(`${bench}: the two sides are ${gap} apart, more than ${within} (${unit})`)
  const timed: { readonly verdict: number[]; readonly textbook: number[] } = { verdict: [], textbook: [] }
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    timed.textbook.push(millisecondsOf(textbook, calls.textbook.count))
    timed.verdict.push(millisecondsOf(verdict, calls.verdict.count))
  }
  const [verdictMs, textbookMs] = [median(timed.verdict), median(timed.textbook)]
  const earlier = earlierMs === undefined ? {} : earlierFigures(earlierMs, verdictMs)
  const line = {
    bench,
    ...size,
    repetitions,
    verdict_ms: rounded(verdictMs),
    textbook_ms: rounded(textbookMs),
    ratio: rounded(textbookMs / verdictMs),
    agree: { gap: Number(gap.toPrecision(2)), within, unit },
    ...earlier,
    ...(bar === undefined ? {} : { bar }),
  }
  console.log(JSON.stringify(line))
}

function earlierFigures(earlierMs: number, verdictMs: number) {
  return {
    earlierMs,
    earlierMachine: 'another machine, 2 idle cores, November 2026',
    earlierFactor: rounded(earlierMs / verdictMs),
  }
}

/** The answer, and how many calls to time together, so that a timing is not lost in the clock's grain. */
function callsToTime<T>(work: () => T): { readonly answer: T; readonly count: number } {
  const start = performance.now()
  const answer = work()
  const isLong = performance.now() - start > LONG_MS
  const count = isLong ? 1 : Math.ceil(LEAST_TIMED_MS / Math.max(0.001, millisecondsOf(work, 1)))
  return { answer, count: Math.max(1, count) }
}

/** Of one call. */
export function millisecondsOf(work: () => unknown, calls: number): number {
  const start = performance.now()
  for (let call = 0; call < calls; call += 1) work()
  return (performance.now() - start) / calls
}

/** To three digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
