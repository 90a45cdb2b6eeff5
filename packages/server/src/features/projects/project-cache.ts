import type { Project } from './project.ts'

const MOST_KEPT = 1000

/**
 * Projects as they were last read, by id: assignment and ingestion ask for the same one again and again. A read that began
 * before a change is not kept. One process writes the control plane, so what it has not changed has not changed.
 */
export class ProjectCache {
  readonly #projects = new Map<string, Project>()
  #changes = 0

  /** The project, read at most once until it changes; null when there is none, which is not remembered. */
  async find(id: string, read: () => Promise<Project | null>): Promise<Project | null> {
    const known = this.#projects.get(id)
    if (known !== undefined) return known
    const before = this.#changes
    const project = await read()
    if (project !== null && before === this.#changes) this.#keep(id, project)
    return project
  }

  /** To be called after every change of a project. */
  forget(id: string): void {
    this.#changes += 1
    this.#projects.delete(id)
  }

  #keep(id: string, project: Project): void {
    this.#projects.set(id, project)
    if (this.#projects.size > MOST_KEPT) this.#projects.delete(this.#projects.keys().next().value!)
  }
}
