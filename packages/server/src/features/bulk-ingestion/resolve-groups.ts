import type { Exposure } from '../../event-store/event-store.ts'
import type { Project } from '../projects/project.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import type { BulkChunk, LineGroup, RefusedLine } from './bulk-chunk.ts'
import type { Fault } from './line-reader.ts'

export interface OpenGroup extends LineGroup {
  readonly project: Project
}

export interface ResolvedChunk {
  readonly groups: readonly OpenGroup[]
  readonly refused: readonly RefusedLine[]
}

/** Finds the experiments of a chunk, and refuses what they can not take: archived ones anything, others unknown arms. */
export async function resolveGroups(chunk: BulkChunk, projects: ProjectsRepository): Promise<ResolvedChunk> {
  const groups: OpenGroup[] = []
  const refused = [...chunk.refused]
  for (const group of chunk.groups) {
    const project = await projects.find(group.experimentId)
    const closed = closedBy(project)
    if (project === null || closed !== null) {
      for (const line of group.lines) refused.push({ line, ...closed! })
      continue
    }
    const open = group.batch === 'exposures' ? withKnownArms(group, project, refused) : group
    if (open.items.length > 0) groups.push({ ...open, project })
  }
  return { groups, refused }
}

function closedBy(project: Project | null): Fault | null {
  if (project === null) return { reason: 'experiment_not_found', path: 'experiment_id' }
  return project.archivedAt === null ? null : { reason: 'experiment_archived', path: 'experiment_id' }
}

function withKnownArms(group: LineGroup, project: Project, refused: RefusedLine[]): LineGroup {
  const arms = project.payload.setup.variants_count
  const isKnown = group.items.map(item => (item as Exposure).arm < arms)
  if (!isKnown.includes(false)) return group
  for (const [at, line] of group.lines.entries()) {
    if (!isKnown[at]) refused.push({ line, reason: 'value_error', path: 'variation_index' })
  }
  const kept = (_: unknown, at: number) => isKnown[at]!
  return { ...group, items: group.items.filter(kept), lines: group.lines.filter(kept) }
}
