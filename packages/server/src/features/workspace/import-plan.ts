import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type {
  AnalysisRunsTable,
  ExportEventsTable,
  ProjectRevisionsTable,
  ProjectsTable,
  ProjectTemplatesTable,
} from '../../database/tables.ts'
import { wholeAnalysis } from '../projects/analysis-input.ts'
import type { ExperimentPayload } from '../projects/experiment-input.ts'
import { NEWEST, payloadColumns } from '../projects/project-columns.ts'
import type { Bundle } from './bundle-schema.ts'
import type { Execution } from './execution-schema.ts'
import { ownTime, withGrowingTimes } from './growing-times.ts'

/** The rows that an import writes, under ids of their own. */
export interface ImportPlan {
  readonly projects: readonly Insertable<ProjectsTable>[]
  readonly analysisRuns: readonly Insertable<AnalysisRunsTable>[]
  readonly exportEvents: readonly Insertable<ExportEventsTable>[]
  readonly revisions: readonly Insertable<ProjectRevisionsTable>[]
  readonly templates: readonly Insertable<ProjectTemplatesTable>[]
  readonly experiments: readonly { readonly id: string; readonly execution: Execution }[]
}

type BundleRun = Bundle['analysis_runs'][number]
type Run = Omit<BundleRun, 'id'> & { readonly id: string; readonly sentId: string }

/** Fresh ids for everything, references to match; times and archive marks as they came. */
export function planImport(bundle: Bundle): ImportPlan {
  const ids = bundle.projects.map(() => randomUUID())
  const projectIds = new Map(bundle.projects.map(({ id }, index) => [id, ids[index]!]))
  const runs = withGrowingTimes(bundle.analysis_runs).map(run => ({ ...run, id: randomUUID(), sentId: run.id }))
  const exportEvents = planExports(bundle, projectIds, runs)
  const revisions = withGrowingTimes(bundle.project_revisions).map(sent => ({ sent, id: randomUUID() }))
  const revisionIds = new Map(revisions.map(({ sent, id }) => [sent.id, id]))
  const sent = revisions.map(revision => revisionRow(revision, projectIds))
  const withRevisions = new Set(sent.map(({ project_id }) => project_id))
  const runsByProject = new Map<string, Run[]>(bundle.projects.map(({ id }) => [id, []]))
  for (const run of runs) runsByProject.get(run.project_id)!.push(run)
  const newestExport = new Map(exportEvents.map(({ project_id, created_at }) => [project_id, created_at]))
  const frozen = new Map(bundle.execution?.map(entry => [entry.project_id, entry.frozen_revision_id]))
  const projects = bundle.projects.map((project, index) => {
    const id = ids[index]!
    const row = projectRow(project, id, runsByProject.get(project.id)!, newestExport.get(id) ?? null)
    return { ...row, frozen_revision_id: frozenColumn(frozen.get(project.id) ?? null, revisionIds) }
  })
  return {
    projects,
    analysisRuns: runs.map(run => runRow(run, projectIds)),
    exportEvents,
    revisions: [...sent, ...projects.filter(({ id }) => !withRevisions.has(id)).map(firstRevision)],
    templates: bundle.templates.map(templateRow),
    experiments: (bundle.execution ?? []).map(execution => ({ id: projectIds.get(execution.project_id)!, execution })),
  }
}

function planExports(bundle: Bundle, projectIds: ReadonlyMap<string, string>, runs: readonly Run[]) {
  const runIds = new Map(runs.map(({ id, sentId }) => [sentId, id]))
  return withGrowingTimes(bundle.export_events).map(({ project_id, analysis_run_id, format, created_at }) => ({
    id: randomUUID(),
    project_id: projectIds.get(project_id)!,
    analysis_run_id: analysis_run_id === null ? null : runIds.get(analysis_run_id)!,
    format,
    created_at,
  }))
}

interface Revision {
  readonly sent: Bundle['project_revisions'][number]
  readonly id: string
}

function revisionRow({ sent, id }: Revision, projectIds: ReadonlyMap<string, string>) {
  const { project_id, payload, source, created_at } = sent
  const payload_json = JSON.stringify(payload)
  return { id, project_id: projectIds.get(project_id)!, payload_json, source, created_at }
}

// Without events nothing is frozen, and the times of the revisions tell.
function frozenColumn(sent: string | null, revisionIds: ReadonlyMap<string, string>): string | null {
  return sent === null || sent === NEWEST ? sent : revisionIds.get(sent)!
}

/** What a project that came without a history begins with. */
function firstRevision({ id, payload_json, updated_at }: Insertable<ProjectsTable>) {
  return { id: randomUUID(), project_id: id, payload_json, source: 'workspace_import', created_at: updated_at }
}

function runRow({ id, project_id, analysis, created_at }: Run, projectIds: ReadonlyMap<string, string>) {
  const analysis_json = JSON.stringify(wholeAnalysis(analysis))
  return { id, project_id: projectIds.get(project_id)!, analysis_json, created_at }
}

function projectRow(
  project: Bundle['projects'][number],
  id: string,
  runs: readonly Run[],
  newestExport: string | null,
): Insertable<ProjectsTable> {
  return {
    id,
    ...payloadColumns(project.payload as ExperimentPayload),
    payload_schema_version: project.payload_schema_version,
    archived_at: maybeTime(project.archived_at),
    created_at: ownTime(project.created_at),
    updated_at: ownTime(project.updated_at),
    ...analysisColumns(project, runs),
    last_exported_at: maybeTime(project.last_exported_at) ?? newestExport,
  }
}

/** Of the run that the project names, or else of its newest one. */
function analysisColumns(project: Bundle['projects'][number], runs: readonly Run[]) {
  const named = runs.find(({ sentId }) => sentId === project.last_analysis_run_id)
  const run = named ?? runs.at(-1)
  if (run === undefined) return {}
  return {
    last_analysis_at: (named && maybeTime(project.last_analysis_at)) ?? run.created_at,
    last_analysis_run_id: run.id,
    duration_days: run.analysis.report.calculations.estimated_duration_days,
  }
}

function templateRow(template: Bundle['templates'][number]): Insertable<ProjectTemplatesTable> {
  const { name, category, description, tags, payload, created_at, updated_at } = template
  return {
    id: randomUUID(),
    name,
    category,
    description,
    tags_json: JSON.stringify(tags),
    payload_json: JSON.stringify(payload),
    created_at: ownTime(created_at),
    updated_at: ownTime(updated_at),
  }
}

function maybeTime(text: string | null): string | null {
  return text === null ? null : ownTime(text)
}
