import type { Kysely } from 'kysely'
import type { Tables } from '../../database/tables.ts'
import { listAnalysisRunIds, listAnalysisRunRows } from '../projects/analysis-runs-repository.ts'
import { listExportEventIds, listExportEventRows } from '../projects/export-events-repository.ts'
import { listRevisionIds, listRevisionRows } from '../projects/project-revisions-repository.ts'
import { listProjectIds, listProjectRows } from '../projects/projects-repository.ts'
import { listTemplateIds, listTemplateRows } from '../templates/project-templates-repository.ts'

type Db = Kysely<Tables>
type Record = { readonly id: string }

/** One list of a bundle: which records it has, in order, and some of them. */
interface Collection {
  ids(db: Db): Promise<readonly string[]>
  read(db: Db, ids: readonly string[]): Promise<readonly Record[]>
}

export const COLLECTIONS = {
  projects: { ids: listProjectIds, read: readProjects },
  analysis_runs: { ids: listAnalysisRunIds, read: readRuns },
  export_events: { ids: listExportEventIds, read: readExports },
  project_revisions: { ids: listRevisionIds, read: readRevisions },
  templates: { ids: listTemplateIds, read: readTemplates },
} as const satisfies Readonly<{ [name: string]: Collection }>

export type CollectionName = keyof typeof COLLECTIONS

async function readProjects(db: Db, ids: readonly string[]) {
  return (await listProjectRows(db, ids)).map(row => ({
    id: row.id,
    project_name: row.project_name,
    payload_schema_version: row.payload_schema_version,
    archived_at: row.archived_at,
    last_analysis_at: row.last_analysis_at,
    last_analysis_run_id: row.last_analysis_run_id,
    last_exported_at: row.last_exported_at,
    created_at: row.created_at,
    updated_at: row.updated_at,
    payload: JSON.parse(row.payload_json) as unknown,
  }))
}

async function readRuns(db: Db, ids: readonly string[]) {
  return (await listAnalysisRunRows(db, ids)).map(({ analysis_json, ...row }) => ({
    ...row,
    analysis: JSON.parse(analysis_json) as unknown,
  }))
}

function readExports(db: Db, ids: readonly string[]) {
  return listExportEventRows(db, ids)
}

async function readRevisions(db: Db, ids: readonly string[]) {
  return (await listRevisionRows(db, ids)).map(({ payload_json, ...row }) => ({
    ...row,
    payload: JSON.parse(payload_json) as unknown,
  }))
}

async function readTemplates(db: Db, ids: readonly string[]) {
  return (await listTemplateRows(db, ids)).map(({ tags_json, payload_json, ...row }) => ({
    ...row,
    tags: JSON.parse(tags_json) as unknown,
    payload: JSON.parse(payload_json) as unknown,
  }))
}
