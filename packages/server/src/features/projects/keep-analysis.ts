import type { Unit } from '../../database/in-transaction.ts'
import type { AuditEntry } from '../audit/audit-repository.ts'
import type { StoredAnalysis } from '../reports/analysis-schema.ts'
import { addAnalysisRun } from './analysis-runs-repository.ts'
import type { Project } from './project.ts'
import type { ProjectsRepository } from './projects-repository.ts'

/** Keeps an analysis as the newest run of a project that is held. */
export async function keepAnalysis(
  { unit, projects }: { readonly unit: Unit; readonly projects: ProjectsRepository },
  held: Project,
  analysis: StoredAnalysis,
  audit: AuditEntry,
): Promise<Project> {
  const run = await addAnalysisRun(unit.transaction, { projectId: held.id, analysis, at: audit.at })
  const { estimated_duration_days: duration_days } = analysis.report.calculations
  return projects.note(
    unit,
    held,
    { last_analysis_at: run.createdAt, last_analysis_run_id: run.id, duration_days },
    audit,
  )
}
