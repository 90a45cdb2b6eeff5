import { Link } from '@tanstack/react-router'
import { useSpeech } from '../../i18n/language-context.ts'
import { ToneBadge } from '../../ui/tone-badge.tsx'
import type { ProjectListItem } from './use-project-list.ts'

export function ProjectLink({ project }: { project: ProjectListItem }) {
  return (
    <Link to="/experiments/$experimentId" params={{ experimentId: project.id }}>
      <bdi>{project.project_name.trim() || project.id}</bdi>
    </Link>
  )
}

export function ProjectStatus({ project }: { project: ProjectListItem }) {
  const { statuses } = useSpeech().words.projects
  return project.is_archived ? (
    <ToneBadge tone="plain" icon="minus" text={statuses.archived} />
  ) : (
    <ToneBadge tone="good" icon="check" text={statuses.active} />
  )
}

export function ProjectTime({ project }: { project: ProjectListItem }) {
  const { formats } = useSpeech()
  return (
    <time className="numbers" dateTime={project.updated_at}>
      {formats.dateTime(project.updated_at)}
    </time>
  )
}
