import { type Clock, isoTime } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { digestOf } from '../../http/entity-tag.ts'
import { notFound } from '../../http/errors.ts'
import { type Reply, reply } from '../../http/route.ts'
import { languageHeaders } from '../../http/speech.ts'
import type { CalculationPlan } from '../planning/calculation-schema.ts'
import { storedPlan } from '../planning/stored-plan.ts'
import { type AnalysisRun, findNewestRun } from '../projects/analysis-runs-repository.ts'
import type { ExperimentPayload } from '../projects/experiment-input.ts'
import { findRevisionAt, listNewestRevisions } from '../projects/project-revisions-repository.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import type { ServiceIdentity } from '../system/get-health.ts'
import { designGridComputation, nearEffects } from './design/design-grid.ts'
import { CURVE_POWERS } from './design/power-curve.ts'
import type { ProjectReport } from './design/project-report.ts'
import { attachmentHeaders, slugOf } from './document/attachment.ts'
import type { RenderDeps, RenderRequest } from './document/rendering.ts'

export interface ProjectReportDeps extends RenderDeps {
  readonly db: Database
  readonly projects: ProjectsRepository
  readonly identity: ServiceIdentity
  readonly clock: Clock
}

interface ReportRequest extends RenderRequest {
  readonly params: { readonly project_id: string }
}

interface ReportFile {
  readonly extension: 'pdf' | 'csv' | 'xlsx'
  readonly media: string
  content(report: ProjectReport): Promise<string | Buffer>
}

const MOST_REVISIONS = 8
const POWERS = [0.8, 0.9]

/** A file of the newest analysis of a project; archived ones still have theirs. */
export async function projectReportReply(
  request: ReportRequest,
  deps: ProjectReportDeps,
  { extension, media, content }: ReportFile,
): Promise<Reply> {
  const report = await readReport(request, deps)
  const headers = attachmentHeaders(`${slugOf(report.project.projectName)}-report.${extension}`, media)
  return reply(200, await content(report), { ...languageHeaders(request.speech), ...headers })
}

async function readReport(request: ReportRequest, deps: ProjectReportDeps): Promise<ProjectReport> {
  const { db, projects, identity, clock } = deps
  const id = request.params.project_id
  const project = await projects.find(id)
  if (project === null) throw notFound({ key: 'projectNotFound' })
  const run = await findNewestRun(db, project)
  if (run === null) throw notFound({ key: 'projectReportNotFound' })
  const { mde_pct: mde, power } = run.analysis.calculations.calculation_summary
  const analyzed = await findRevisionAt(db, id, run.createdAt)
  const plan = planOf(analyzed?.payload ?? project.payload, run)
  const grid = (effects: readonly number[], powers: readonly number[]) =>
    deps.compute.run(
      designGridComputation,
      { plan, effects, powers },
      {
        bodyDigest: () => digestOf(JSON.stringify([plan, effects, powers])),
        departure: request.departure,
        onStart: () => undefined,
      },
    )
  const curve = await grid([mde], [...CURVE_POWERS, power])
  return {
    project,
    run,
    grid: await grid(nearEffects(mde), POWERS),
    curve: curve.flatMap(({ size, power: reached }) => (size === null ? [] : [{ size, power: reached }])),
    revisions: await listNewestRevisions(db, id, MOST_REVISIONS),
    engineVersion: identity.version,
    generatedAt: isoTime(clock.now()),
  }
}

// A client may keep an analysis of another design than the one that is stored: where they fit, the analysis says the numbers.
function planOf(payload: ExperimentPayload, { analysis }: AnalysisRun): CalculationPlan {
  const { metric_type, baseline_value, mde_pct, alpha, power } = analysis.calculations.calculation_summary
  const plan = storedPlan(payload)
  return metric_type === plan.metric_type ? { ...plan, baseline_value, mde_pct, alpha, power } : plan
}
