/**
 * What the writer that is given the lease may build on. `own`: nobody else has written since it last did. `clean`: others have,
 * and nothing of theirs is under way. `unknown`: something of theirs may still arrive.
 */
export type Handover = 'own' | 'clean' | 'unknown'

/** Who may write to an experiment. */
export interface WriteLease {
  /**
   * Runs the work while nobody else may write to the experiment. The work says whether all of it has ended; `false`, and
   * failing, leave `unknown` behind. Rejects when the lease was lost meanwhile: what was written may not count.
   */
  hold(experimentId: string, work: (handover: Handover) => Promise<boolean>): Promise<void>
}

/** Among the writers of this process, which has to be the only one that writes to the database. */
export class ProcessLease implements WriteLease {
  readonly #last = new Map<string, Promise<unknown>>()

  hold(experimentId: string, work: (handover: Handover) => Promise<boolean>): Promise<void> {
    const before = this.#last.get(experimentId)
    const run = async () => {
      await work(before === undefined ? 'unknown' : 'own')
    }
    const held = before === undefined ? run() : before.then(run)
    this.#last.set(
      experimentId,
      held.catch(() => {}),
    )
    return held
  }
}
