import { type BanditRun, mergeBanditRuns, simulateBandit } from '@verdict/stats'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { Computation, OnProgress } from '../../jobs/computation.ts'

/** Simulations of one bandit, or a part of them. */
export interface BanditInput {
  readonly rates: readonly number[]
  readonly horizon: number
  readonly simulations: number
  readonly seed: number
  /** Which chunks of simulations are to be run: from, up to but without. */
  readonly chunks: readonly [number, number]
}

// Each chunk has a stream of random numbers of its own, so the answer does not depend on how many threads share the work.
const CHUNK = 25
// Contract: a bandit is heavy work, however small.
const LEAST_MS = 80

export function chunkCount(simulations: number): number {
  return Math.ceil(simulations / CHUNK)
}

export const banditComputation: Computation<BanditInput, BanditRun> = {
  name: 'bandit',
  // Measured on one core of two, 2026-11-23: about 50 ns a draw.
  foreseenMs: ({ rates, horizon, simulations }) => LEAST_MS + 5e-5 * rates.length * horizon * simulations,
  run: runChunks,
  parts: {
    split(input, count) {
      const total = chunkCount(input.simulations)
      const parts = Math.min(count, total)
      const edge = (part: number) => Math.round((part * total) / parts)
      return Array.from({ length: parts }, (_, part) => ({ ...input, chunks: [edge(part), edge(part + 1)] as const }))
    },
    merge: runs => runs.reduce(mergeBanditRuns),
  },
}

function runChunks(input: BanditInput, onProgress: OnProgress): BanditRun {
  const [from, to] = input.chunks
  const random = xoroshiro128plus(input.seed)
  for (let skipped = 0; skipped < from; skipped += 1) random.jump()
  let whole: BanditRun | null = null
  for (let chunk = from; chunk < to; chunk += 1) {
    const run = simulateBandit({ ...input, simulations: sizeOf(chunk, input.simulations), random: random.clone() })
    if (!run.ok) throw new Error(`The bandit can not be simulated: ${run.reason}.`)
    whole = whole === null ? run.value : mergeBanditRuns(whole, run.value)
    random.jump()
    onProgress((chunk + 1 - from) / (to - from))
  }
  return whole!
}

function sizeOf(chunk: number, simulations: number): number {
  return Math.min(CHUNK, simulations - chunk * CHUNK)
}
