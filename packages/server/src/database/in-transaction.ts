import type { Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/** One transaction of the control plane, and what has to follow it. */
export interface Unit {
  readonly transaction: Transaction<Tables>
  /** Runs when the transaction has ended, committed or not: what was remembered of its rows is no longer sure. */
  afterwards(step: () => void): void
}

/** Commits what the work wrote, or nothing of it. */
export async function inTransaction<T>(db: Database, work: (unit: Unit) => Promise<T>): Promise<T> {
  const steps: (() => void)[] = []
  const afterwards = (step: () => void) => {
    steps.push(step)
  }
  try {
    return await db.transaction().execute(transaction => work({ transaction, afterwards }))
  } finally {
    for (const step of steps) step()
  }
}
