import type { Database } from '../../database/database.ts'
import { notFound } from '../../http/errors.ts'
import { builtInTemplates } from './built-in-templates.ts'
import { ProjectTemplatesRepository } from './project-templates-repository.ts'
import type { UsedTemplate } from './template.ts'
import { listUses, readUse } from './template-usage-repository.ts'

/** Templates of one's own and built-in ones, as one collection. */
export class Templates {
  readonly own: ProjectTemplatesRepository
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
    this.own = new ProjectTemplatesRepository(db)
  }

  /** Built-in ones first, then the most used, then by name. */
  async list(): Promise<readonly UsedTemplate[]> {
    const uses = await listUses(this.#db)
    const all = [...builtInTemplates, ...(await this.own.list())]
    return all.map(template => ({ ...template, usageCount: uses.get(template.id) ?? 0 })).sort(inOrder)
  }

  /** Throws 404 when there is none. */
  async get(id: string): Promise<UsedTemplate> {
    const template = builtInTemplates.find(builtIn => builtIn.id === id) ?? (await this.own.find(id))
    if (template === null) throw notFound({ key: 'templateNotFound' })
    return { ...template, usageCount: await readUse(this.#db, id) }
  }
}

function inOrder(a: UsedTemplate, b: UsedTemplate): number {
  if (a.isBuiltIn !== b.isBuiltIn) return a.isBuiltIn ? -1 : 1
  if (a.usageCount !== b.usageCount) return b.usageCount - a.usageCount
  const [nameOfA, nameOfB] = [a.name.toLowerCase(), b.name.toLowerCase()]
  return nameOfA < nameOfB ? -1 : nameOfA > nameOfB ? 1 : a.id < b.id ? -1 : 1
}
