import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import type { EventBatch, EventStore } from '../../event-store/event-store.ts'
import { speechOf } from '../../http/speech.ts'
import type { Compute } from '../../jobs/compute.ts'
import { experimentConfig } from '../experiments/experiment-config.ts'
import { keepAnalysis } from '../projects/keep-analysis.ts'
import { projectAudit } from '../projects/project-audit.ts'
import type { ProjectsRepository } from '../projects/projects-repository.ts'
import type { StoredAnalysis } from '../reports/analysis-schema.ts'
import { analyzeDesign } from '../reports/analyze-design.ts'
import { checkoutDemo } from './checkout-demo.ts'
import type { DemoExperiment } from './demo-experiment.ts'
import { Draws } from './draws.ts'
import { EventScript } from './event-script.ts'
import { feedDemo } from './feed-demo.ts'
import { freeDemoId } from './free-demo-id.ts'
import { onboardingDemo } from './onboarding-demo.ts'
import { pricingDemo } from './pricing-demo.ts'

export interface SeedDeps {
  readonly db: Database
  readonly projects: ProjectsRepository
  readonly events: EventStore
  readonly compute: Compute
  readonly clock: Clock
  readonly log: Logger
}

const demoExperiments: readonly DemoExperiment[] = [checkoutDemo, pricingDemo, onboardingDemo, feedDemo]

const ENGLISH = speechOf('en')
const SEEDER = {
  session: { scope: 'write', source: 'open', actor: 'demo_seed', keyId: null },
  requestId: 'demo-seed',
  clientAddress: 'local',
} as const

/**
 * Makes the projects of the demo that are not there. The events are stored first, under an id that is the same each time, and
 * the project follows with all else in one transaction: what is there by name is whole, and a seed that was cut off is
 * completed by the next one, for whom every event that is there already is a duplicate. A failure is logged; the server runs all the same.
 */
export async function seedDemo(deps: SeedDeps): Promise<void> {
  try {
    for (const demo of demoExperiments) await seedProject(demo, deps)
  } catch (error) {
    deps.log.error({ err: error }, 'the demo could not be made; the next start tries again')
  }
}

async function seedProject(demo: DemoExperiment, deps: SeedDeps): Promise<void> {
  const { project_name: name } = demo.payload.project
  if (await deps.projects.hasName(name)) {
    deps.log.info({ project: name }, 'the demo project is there already')
    return
  }
  const id = await freeDemoId(name, deps)
  const analysis = await analysisOf(demo, deps.compute)
  const { recorded, deduplicated } = await storeEvents(id, demo, deps)
  const isMade = await keepProject(id, demo, { analysis, recorded, deduplicated }, deps)
  if (isMade) deps.log.info({ project: name, id, recorded, deduplicated }, 'made a demo project')
}

async function analysisOf({ payload }: DemoExperiment, compute: Compute): Promise<StoredAnalysis> {
  const sized = await analyzeDesign(payload, compute, ENGLISH)
  if (sized === null) throw new Error(`${payload.project.project_name} has no finite size`)
  const why = { error: ENGLISH.words.report.adviceOfDemo, error_code: 'seed_demo_disabled_llm' }
  return {
    ...sized,
    advice: { available: false, provider: 'none', model: 'none', advice: null, raw_text: null, ...why },
  }
}

interface Counts {
  readonly recorded: number
  readonly deduplicated: number
}

async function storeEvents(id: string, { payload, seed, write }: DemoExperiment, deps: SeedDeps): Promise<Counts> {
  const script = new EventScript()
  write(script, experimentConfig({ id, payload }), new Draws(seed))
  const total = { recorded: 0, deduplicated: 0 }
  for (const content of script.batches()) {
    const batch = { ...content, experimentId: id, receivedAt: deps.clock.now() } as EventBatch
    const { recorded, deduplicated } = await deps.events.append(batch)
    total.recorded += recorded
    total.deduplicated += deduplicated
  }
  return total
}

/** False when another process was faster. */
async function keepProject(
  id: string,
  { payload }: DemoExperiment,
  { analysis, recorded, deduplicated }: Counts & { readonly analysis: StoredAnalysis },
  { db, projects, clock }: SeedDeps,
): Promise<boolean> {
  const named = { id, name: payload.project.project_name }
  const entry = (action: string, counts: Counts | null) =>
    projectAudit(action, named, SEEDER, clock, counts && diffOf(counts))
  try {
    return await inTransaction(db, async unit => {
      if (await projects.hasName(named.name, unit)) return false
      const project = await projects.create(unit, id, payload, entry('project.create', { recorded, deduplicated }))
      await keepAnalysis({ unit, projects }, project, analysis, entry('analysis_run_created', null))
      return true
    })
  } catch (error) {
    if (await projects.hasName(named.name)) return false
    throw error
  }
}

function diffOf({ recorded, deduplicated }: Counts) {
  return { events_recorded: [null, recorded], events_deduplicated: [null, deduplicated] } as const
}
