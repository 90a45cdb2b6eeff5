import type { ProjectsRepository } from '../projects/projects-repository.ts'
import type { Readouts } from './readouts.ts'

interface LookDeps {
  readonly projects: Pick<ProjectsRepository, 'listActive'>
  readonly readouts: Pick<Readouts, 'versionOf' | 'current'>
}

/** Reads each active experiment that has changed since the last time, so that a look that is due is taken though nobody reads. */
export function lookTaker({ projects, readouts }: LookDeps): () => Promise<void> {
  const read = new Map<string, string>()
  return async () => {
    const active = await projects.listActive()
    const ids = new Set(active.map(({ id }) => id))
    for (const id of read.keys()) if (!ids.has(id)) read.delete(id)
    for (const project of active) {
      const version = await readouts.versionOf(project)
      if (version.startsWith('0.') || read.get(project.id) === version) continue
      await readouts.current(project)
      read.set(project.id, version)
    }
  }
}
