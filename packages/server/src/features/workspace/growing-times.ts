import { isoTime } from '../../clock.ts'
import { parseDatetime } from '../../http/datetime.ts'
import { laterThan } from '../projects/later-than.ts'

interface Timed {
  readonly project_id: string
  readonly created_at: string
}

/** A time as ours are written: UTC, to the millisecond. The text was checked. */
export function ownTime(text: string): string {
  return isoTime(parseDatetime(text)!)
}

/**
 * Records in the order of their times, which are written as ours are. The earlier system told microseconds apart: within a
 * project each record stays later than the one before it.
 */
export function withGrowingTimes<T extends Timed>(records: readonly T[]): readonly T[] {
  const newest = new Map<string, string>()
  return inOrder(records).map(record => {
    const at = laterThan(newest.get(record.project_id), ownTime(record.created_at))
    newest.set(record.project_id, at)
    return { ...record, created_at: at }
  })
}

function inOrder<T extends Timed>(records: readonly T[]): readonly T[] {
  const keyed = records.map(record => ({ record, at: parseDatetime(record.created_at)!, text: record.created_at }))
  keyed.sort((a, b) => a.at - b.at || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
  return keyed.map(({ record }) => record)
}
