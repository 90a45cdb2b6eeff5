import type { Static } from 'typebox'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { digestOf } from '../../http/entity-tag.ts'
import { speechOf } from '../../http/speech.ts'
import type { Compute } from '../../jobs/compute.ts'
import { noAdvice } from '../advice/no-advice.ts'
import { calculationResponse } from '../planning/calculation-response.ts'
import type { CalculationResponse } from '../planning/calculation-schema.ts'
import { planComputation } from '../planning/plan-figures.ts'
import { storedPlan } from '../planning/stored-plan.ts'
import { addAnalysisRun } from '../projects/analysis-runs-repository.ts'
import { getOpenProject, holdOpenProject } from '../projects/project-access.ts'
import { projectAudit } from '../projects/project-audit.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import type { StoredAnalysis } from '../reports/analysis-schema.ts'
import { experimentReport } from '../reports/experiment-report.ts'
import type { AnalysisCaller, AnalysisOutcome, AnalysisRunner } from './analysis-runner.ts'

export interface AnalysisRunnerDeps {
  readonly db: Database
  readonly projects: ProjectsRepository
  readonly compute: Compute
  readonly clock: Clock
}

const ENGLISH = speechOf('en')

/** Sizes projects for those who ask from outside, and keeps what `/analyze` would answer. Throws what changes of a project throw. */
export function analysisRunner(deps: AnalysisRunnerDeps): AnalysisRunner {
  return async (projectId, caller) => {
    const project = await getOpenProject(deps.projects, projectId)
    const plan = storedPlan(project.payload)
    const options = { bodyDigest: () => digestOf(JSON.stringify(plan)), departure: () => new AbortController().signal }
    const figures = await deps.compute.run(planComputation, plan, options)
    if (!figures.ok) return { ok: false, reason: ENGLISH.words.errors.noFiniteSize }
    const calculations: Static<typeof CalculationResponse> = calculationResponse(plan, figures.value, ENGLISH)
    const session = { scope: 'write', source: 'open', actor: caller.actor, keyId: null } as const
    const report = experimentReport(project.payload, calculations, ENGLISH)
    const analysis = { calculations, report, advice: noAdvice(ENGLISH) }
    return keep(projectId, analysis as StoredAnalysis, { ...caller, session }, deps)
  }
}

async function keep(
  projectId: string,
  analysis: StoredAnalysis,
  caller: AnalysisCaller & { readonly session: Parameters<typeof projectAudit>[2]['session'] },
  { db, projects, clock }: AnalysisRunnerDeps,
): Promise<AnalysisOutcome> {
  return inTransaction(db, async unit => {
    const held = await holdOpenProject(projects, unit, { id: projectId, ifMatch: undefined })
    const audit = projectAudit('analysis_run_created', { id: held.id, name: held.projectName }, caller, clock)
    const run = await addAnalysisRun(unit.transaction, { projectId: held.id, analysis, at: audit.at })
    const { estimated_duration_days: duration_days } = analysis.report.calculations
    const seen = { last_analysis_at: run.createdAt, last_analysis_run_id: run.id, duration_days }
    await projects.note(unit, held, seen, audit)
    return { ok: true }
  })
}
