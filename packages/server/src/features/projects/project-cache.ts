import type { Project } from './project.ts'

const MOST_KEPT = 1000

/**
 * Projects as they were last read, by id, and the list of the active ones: assignment and ingestion ask for the same again
 * and again. A read that began before a change is not kept. What this process has not changed has not changed, as long as it
 * writes alone; where others write too, either they tell (`forget`, `forgetAll`), or nothing is kept.
 */
export class ProjectCache {
  readonly #isKept: boolean
  readonly #projects = new Map<string, Project>()
  #active: Promise<readonly Project[]> | null = null
  #changes = 0

  constructor(mode: 'kept' | 'bypassed' = 'kept') {
    this.#isKept = mode === 'kept'
  }

  /** The project, read at most once until it changes; null when there is none, which is not remembered. */
  async find(id: string, read: () => Promise<Project | null>): Promise<Project | null> {
    const known = this.#projects.get(id)
    if (known !== undefined) return known
    const before = this.#changes
    const project = await read()
    if (project !== null && before === this.#changes) this.#keep(id, project)
    return project
  }

  /** The active projects: the same list until one changes. */
  listActive(read: () => Promise<readonly Project[]>): Promise<readonly Project[]> {
    if (!this.#isKept) return read()
    if (this.#active === null) {
      const reading = read()
      this.#active = reading
      reading.catch(() => {
        if (this.#active === reading) this.#active = null
      })
    }
    return this.#active
  }

  /** To be called after every change of a project. */
  forget(id: string): void {
    this.#changes += 1
    this.#projects.delete(id)
    this.#active = null
  }

  /** To be called when any project may have been changed by somebody else. */
  forgetAll(): void {
    this.#changes += 1
    this.#projects.clear()
    this.#active = null
  }

  #keep(id: string, project: Project): void {
    if (!this.#isKept) return
    this.#projects.set(id, project)
    if (this.#projects.size > MOST_KEPT) this.#projects.delete(this.#projects.keys().next().value!)
  }
}
