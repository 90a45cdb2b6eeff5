import { computations } from './computations.ts'
import type { ThreadTask } from './jobs/compute-pool.ts'
import { progressWriter } from './jobs/progress.ts'

/** What a computing thread runs: one computation, found by its name. */
export function compute({ computation, input, cells, part }: ThreadTask): unknown {
  const wanted = computations.find(({ name }) => name === computation)
  if (wanted === undefined) throw new Error(`No computation is called ${computation}.`)
  return wanted.run(input as never, progressWriter(cells, part))
}
