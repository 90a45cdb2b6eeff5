/** Who may write to an experiment. */
export interface WriteLease {
  /**
   * Runs the work while nobody else may write to the experiment. `isContinued`: nobody else has written since this holder
   * last did, so what it knows still holds.
   */
  hold<T>(experimentId: string, work: (isContinued: boolean) => Promise<T>): Promise<T>
}

/** Among the writers of this process, which has to be the only one that writes to the database. */
export class ProcessLease implements WriteLease {
  readonly #last = new Map<string, Promise<unknown>>()

  hold<T>(experimentId: string, work: (isContinued: boolean) => Promise<T>): Promise<T> {
    const before = this.#last.get(experimentId)
    const run = () => work(before !== undefined)
    const held = before === undefined ? run() : before.then(run)
    this.#last.set(
      experimentId,
      held.catch(() => {}),
    )
    return held
  }
}
