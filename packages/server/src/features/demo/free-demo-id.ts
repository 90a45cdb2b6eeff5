import { createHash } from 'node:crypto'
import type { Database } from '../../database/database.ts'
import { listDeletions } from '../audit/audit-repository.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'

// As many as the sweep of deleted experiments looks at, and more.
const MOST_DELETIONS = 10_000

/**
 * The id that a demo project gets: the same until the project is made, so that a seed that was cut off goes on where it was.
 * An id that was deleted is not used again, for the events under it are erased once more after each start; nor is that of a
 * demo project that was given another name.
 */
export async function freeDemoId(
  name: string,
  { db, projects }: { readonly db: Database; readonly projects: ProjectsRepository },
): Promise<string> {
  const deleted = new Set((await listDeletions(db, 0, MOST_DELETIONS)).map(({ projectId }) => projectId))
  for (let attempt = 0; ; attempt += 1) {
    const id = idOf(`${name}, ${attempt}`)
    if (!deleted.has(id) && (await projects.find(id)) === null) return id
  }
}

/** A UUID of version 8, made from a text. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(`verdict: ${text}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
