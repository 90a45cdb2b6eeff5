import { useSpeech } from '../../i18n/language-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { ProjectLink, ProjectStatus, ProjectTime } from './project-cells.tsx'
import classes from './project-list.module.css'
import type { ProjectListItem } from './use-project-list.ts'

export function ProjectTable({ projects }: { projects: readonly ProjectListItem[] }) {
  const { projects: text } = useSpeech().words
  return (
    <div className={classes.table}>
      <DataTable
        label={text.title}
        rows={projects}
        keyOf={project => project.id}
        columns={[
          { key: 'name', title: text.name, cell: project => <ProjectLink project={project} /> },
          {
            key: 'hypothesis',
            title: text.hypothesis,
            cell: project => <span className={classes.hypothesis}>{project.hypothesis}</span>,
          },
          {
            key: 'metric',
            title: text.metricType,
            cell: ({ metric_type: type }) => (type === null ? null : text.metricTypes[type]),
          },
          { key: 'status', title: text.status, cell: project => <ProjectStatus project={project} /> },
          { key: 'updated', title: text.updated, cell: project => <ProjectTime project={project} /> },
        ]}
      />
    </div>
  )
}
