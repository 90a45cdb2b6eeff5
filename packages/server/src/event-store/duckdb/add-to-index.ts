import { EventStoreUnavailableError } from '../event-store.ts'
import type { ExperimentIndex } from './experiment-index.ts'
import { NAME_KINDS } from './experiment-rows.ts'
import { IdBytes } from './id-bytes.ts'
import type { IndexPart } from './index-part.ts'
import type { KeyIndex } from './key-index.ts'

const bytes = new IdBytes()

export function addToIndex(index: ExperimentIndex, part: IndexPart): void {
  const { keys, details } = part
  for (let row = 0; row < part.rowCount; row += 1) {
    const key = keys[row]!
    const detail = details[row]!
    switch (part.table) {
      case 'users':
        addText(index.users, part, row, key)
        break
      case 'names':
        addText(index.names[NAME_KINDS[detail]!], part, row, key)
        break
      case 'exposures':
        index.setArm(key, detail)
        break
      case 'idempotency_keys':
        addText(index.idempotencyKeysOf(key), part, row, null)
        break
      case 'pre_period':
        index.usersWithCovariate(detail).add(key)
        break
      case 'strata':
        index.markStratum(key)
        break
      case 'identities':
        index.links.link(key, detail)
        break
      case 'identity_conflicts':
        index.links.conflicts.add(key)
        break
      case 'exclusions':
        index.excluded.add(key)
        break
      case 'erasures':
        index.erased.add(textOf(part, row))
        break
    }
  }
}

function textOf({ textBytes, textEnds }: IndexPart, row: number): string {
  return Buffer.from(textBytes.subarray(row === 0 ? 0 : textEnds[row - 1]!, textEnds[row]!)).toString('utf8')
}

/** A key that comes out other than stored would credit one user's events to another. */
function addText(texts: KeyIndex, part: IndexPart, row: number, expectedKey: number | null): void {
  const start = row === 0 ? 0 : part.textEnds[row - 1]!
  const key = texts.intern(bytes.copyFrom(part.textBytes, start, part.textEnds[row]!))
  if (expectedKey === null || key === expectedKey) return
  throw new EventStoreUnavailableError(
    `The events file is damaged: row ${expectedKey} of ${part.table} is out of place. Restore the file from a backup.`,
  )
}
