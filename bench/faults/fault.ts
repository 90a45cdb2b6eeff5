/** How much of a fault is run: all of it takes minutes, the short form goes with the tests. */
export interface FaultOptions {
  readonly runs: number
  /** The built server's main script. */
  readonly main: string
}

export interface FaultReport {
  readonly runs: number
  /** Events that the server acknowledged. */
  readonly acknowledged: number
  /** Of these, how many were not there afterwards. */
  readonly lost: number
  readonly doubled: number
  /** Batches that were stored in part. */
  readonly torn: number
  /** What `/readyz` said, in order, without repeats. */
  readonly readiness: readonly string[]
  /** What went otherwise than it has to; empty when all is well. */
  readonly complaints: readonly string[]
  readonly [figure: string]: unknown
}

export interface Fault {
  readonly name: string
  readonly fullRuns: number
  readonly shortRuns: number
  /** Why this machine can not run it; null when it can. */
  obstacle?(): string | null
  /** Gets an empty folder. */
  run(folder: string, options: FaultOptions): Promise<FaultReport>
}

export function isWell({ lost, doubled, torn, complaints }: FaultReport): boolean {
  return lost + doubled + torn + complaints.length === 0
}
