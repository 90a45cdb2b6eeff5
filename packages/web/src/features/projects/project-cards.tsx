import { useSpeech } from '../../i18n/language-context.ts'
import { ProjectLink, ProjectStatus, ProjectTime } from './project-cells.tsx'
import classes from './project-list.module.css'
import type { ProjectListItem } from './use-project-list.ts'

/** The list where there is no room for a table. */
export function ProjectCards({ projects }: { projects: readonly ProjectListItem[] }) {
  const { projects: text } = useSpeech().words
  return (
    <ul className={classes.cards}>
      {projects.map(project => (
        <li key={project.id} className={classes.card}>
          <div className={classes.cardTop}>
            <h2>
              <ProjectLink project={project} />
            </h2>
            <ProjectStatus project={project} />
          </div>
          <p>{project.hypothesis}</p>
          <p className="muted small">
            {project.metric_type !== null && text.metricTypes[project.metric_type]} · <ProjectTime project={project} />
          </p>
        </li>
      ))}
    </ul>
  )
}
