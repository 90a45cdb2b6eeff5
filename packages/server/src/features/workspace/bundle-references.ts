import { badRequest } from '../../http/errors.ts'
import { NEWEST } from '../projects/project-columns.ts'
import type { Bundle } from './bundle-schema.ts'

/** No id twice in a collection, if that is asked for, and every id that is named stands in the bundle. */
export function requireReferences(bundle: Bundle, forbidsDuplicates: boolean): void {
  const { projects, analysis_runs: runs, project_revisions: revisions, templates, execution } = bundle
  if (forbidsDuplicates) {
    requireUnique('projects', projects, 'workspace_duplicate_project_id')
    requireUnique('analysis_runs', runs, 'workspace_duplicate_analysis_run_id')
    requireUnique('project_revisions', revisions, 'workspace_duplicate_project_revision_id')
    requireUnique('templates', templates, 'workspace_duplicate_template_id')
    requireUnique('execution', (execution ?? []).map(toId), 'workspace_duplicate_execution')
  }
  const projectIds = new Set(projects.map(({ id }) => id))
  requireKnown('analysis_runs', runs, projectIds, 'workspace_analysis_unknown_project')
  requireKnown('export_events', bundle.export_events, projectIds, 'workspace_export_unknown_project')
  requireKnownRuns(bundle)
  requireKnown('project_revisions', revisions, projectIds, 'workspace_revision_unknown_project')
  requireKnown('execution', execution ?? [], projectIds, 'workspace_execution_unknown_project')
  requireKnownRevisions(bundle)
}

function toId({ project_id: id }: { readonly project_id: string }) {
  return { id }
}

function requireUnique(collection: string, rows: readonly { readonly id: string }[], code: string): void {
  const seen = new Set<string>()
  for (const { id } of rows) {
    if (seen.has(id)) throw badRequest({ key: 'workspaceDuplicate', values: { id, collection } }, code)
    seen.add(id)
  }
}

function requireKnown(
  collection: string,
  rows: readonly { readonly project_id: string }[],
  known: ReadonlySet<string>,
  code: string,
): void {
  rows.forEach(({ project_id: id }, index) => {
    if (known.has(id)) return
    const path = `${collection}[${index}].project_id`
    throw badRequest({ key: 'workspaceUnknown', values: { path, id } }, code)
  })
}

// The run of an export is one of its own project.
function requireKnownRuns({ analysis_runs: runs, export_events: exports }: Bundle): void {
  const known = new Set(runs.map(({ id, project_id }) => JSON.stringify([project_id, id])))
  exports.forEach(({ project_id, analysis_run_id: id }, index) => {
    if (id === null || known.has(JSON.stringify([project_id, id]))) return
    const path = `export_events[${index}].analysis_run_id`
    throw badRequest({ key: 'workspaceUnknown', values: { path, id } }, 'workspace_export_unknown_analysis_run')
  })
}

function requireKnownRevisions({ project_revisions: revisions, execution }: Bundle): void {
  const known = new Set(revisions.map(({ id, project_id }) => JSON.stringify([project_id, id])))
  execution?.forEach(({ project_id, frozen_revision_id: id }, index) => {
    if (id === null || id === NEWEST || known.has(JSON.stringify([project_id, id]))) return
    const path = `execution[${index}].frozen_revision_id`
    throw badRequest({ key: 'workspaceUnknown', values: { path, id } }, 'workspace_execution_unknown_revision')
  })
}
