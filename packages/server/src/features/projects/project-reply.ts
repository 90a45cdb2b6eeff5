import { isAllowed } from '../../http/entity-tag.ts'
import { preconditionFailed } from '../../http/errors.ts'
import { type Reply, reply } from '../../http/route.ts'
import type { Project } from './project.ts'
import { projectRecord } from './project-record.ts'

/** A project with the tag that `If-Match` and `If-None-Match` name. */
export function projectReply(project: Project): Reply {
  return reply(200, projectRecord(project), { etag: projectTag(project) })
}

/** Strong: every change of the record counts the version up. */
export function projectTag({ version }: Pick<Project, 'version'>): string {
  return `"${version}"`
}

/** 412 when the caller knows another version than the one that stands. */
export function requireVersion(project: Project, ifMatch: string | undefined): void {
  if (!isAllowed(projectTag(project), ifMatch)) throw preconditionFailed()
}
