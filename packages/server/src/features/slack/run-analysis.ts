import type { Clock } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { speechOf } from '../../http/speech.ts'
import type { Compute } from '../../jobs/compute.ts'
import { noAdvice } from '../advice/no-advice.ts'
import { keepAnalysis } from '../projects/keep-analysis.ts'
import { getOpenProject, holdOpenProject } from '../projects/project-access.ts'
import { projectAudit } from '../projects/project-audit.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import type { StoredAnalysis } from '../reports/analysis-schema.ts'
import { analyzeDesign } from '../reports/analyze-design.ts'
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
    const sized = await analyzeDesign(project.payload, deps.compute, ENGLISH)
    if (sized === null) return { ok: false, reason: ENGLISH.words.errors.noFiniteSize }
    const session = { scope: 'write', source: 'open', actor: caller.actor, keyId: null } as const
    const analysis = { ...sized, advice: noAdvice(ENGLISH) }
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
    await keepAnalysis({ unit, projects }, held, analysis, audit)
    return { ok: true }
  })
}
