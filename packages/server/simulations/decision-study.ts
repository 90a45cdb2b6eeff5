import { type Moments, mergeMoments, normalUpperQuantile } from '@verdict/stats'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { Readout } from '../src/event-store/event-store.ts'
import { openMemoryEventStore } from '../src/event-store/memory/memory-event-store.ts'
import { ExperimentInput, type ExperimentPayload } from '../src/features/projects/experiment-input.ts'
import type { Project } from '../src/features/projects/project.ts'
import { EXAMPLE_PROJECT } from '../src/features/projects/project-example.ts'
import { decide } from '../src/features/readout/decision.ts'
import { dueLook } from '../src/features/readout/due-look.ts'
import { informationOf } from '../src/features/readout/information.ts'
import { isComplete, type RecordedLook } from '../src/features/readout/look.ts'
import { readoutQuery } from '../src/features/readout/readout-query.ts'
import { statisticsOf } from '../src/features/readout/statistics.ts'
import { parserOf } from '../src/http/validation.ts'

/** One design, and what is true. */
export interface DecisionStudy {
  readonly name: string
  /** What the payload has beside the example: sections by name. */
  readonly design: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** True effect of each treatment arm, as a multiple of the planned one. */
  readonly effects: readonly number[]
  /** Every treatment arm harms a guardrail by exactly its margin. */
  readonly harmsAtMargin?: boolean
  readonly runs: number
  readonly seed: number
}

/** Shares of the experiments. */
export interface DecisionShares {
  /** Shipped at some read up to twice the planned size. */
  readonly everShipped: number
  /** A planned look crossed in the good direction. */
  readonly lookCrossed: number
  /** Shipped at the last read. */
  readonly shippedInTheEnd: number
  /** A guardrail vetoed at some read. */
  readonly everVetoed: number
  readonly runs: number
}

const READS_TO_PLAN = 20
const SPREAD = 12
const GUARDRAIL = {
  name: 'seconds',
  metric_type: 'continuous',
  baseline_mean: 20,
  std_dev: 8,
  non_inferiority_margin_pct: 5,
}
const MARGIN = 1
const parse = parserOf(ExperimentInput, 'body')

/** Runs experiments on moments, read after every day up to twice the planned size, through the code that decides. */
export async function runDecisionStudy(study: DecisionStudy): Promise<DecisionShares> {
  const project = projectOf(study)
  const empty = await openMemoryEventStore().readout(readoutQuery(project))
  const size = informationOf(project, armsOf([])).plannedSize!
  const generator = xoroshiro128plus(study.seed)
  const normal = () => normalUpperQuantile(uniformFloat64(generator) + 2 ** -54)
  const ends = Array.from({ length: study.runs }, () =>
    runOne({ project, empty }, study, Math.ceil(size / READS_TO_PLAN), normal),
  )
  const share = (name: keyof ReturnType<typeof runOne>) => ends.filter(end => end[name]).length / study.runs
  return {
    everShipped: share('everShipped'),
    lookCrossed: share('lookCrossed'),
    shippedInTheEnd: share('shippedInTheEnd'),
    everVetoed: share('everVetoed'),
    runs: study.runs,
  }
}

interface Setting {
  readonly project: Project
  readonly empty: Readout
}

function runOne(setting: Setting, { effects, harmsAtMargin }: DecisionStudy, perDay: number, normal: () => number) {
  const { project } = setting
  const planned = (project.payload.metrics.baseline_value * project.payload.metrics.mde_pct) / 100
  const means = [0, ...effects.map(multiple => multiple * planned)]
  const harms = harmsAtMargin ? [0, ...effects.map(() => MARGIN)] : []
  let moments: readonly Moments[] = means.map(() => NOBODY)
  let guarded: readonly Moments[] = harms.map(() => NOBODY)
  const looks: RecordedLook[] = []
  const end = { everShipped: false, lookCrossed: false, shippedInTheEnd: false, everVetoed: false }
  for (let read = 1; read <= 2 * READS_TO_PLAN; read += 1) {
    moments = moments.map((sum, arm) => mergeMoments(sum, dayOf(perDay, means[arm]!, SPREAD, normal)))
    guarded = guarded.map((sum, arm) => mergeMoments(sum, dayOf(perDay, harms[arm]!, GUARDRAIL.std_dev, normal)))
    const { verdict, blockers } = readOnce(setting, [moments, guarded], looks)
    end.shippedInTheEnd = verdict === 'ship'
    end.everVetoed ||= blockers.some(({ code }) => code === 'guardrail_breach')
    end.everShipped ||= end.shippedInTheEnd
    end.lookCrossed ||= looks.some(({ comparisons }) => comparisons.some(each => each.crossed && each.effect > 0))
    if (end.everShipped && isComplete(project, looks) && read === 2 * READS_TO_PLAN) break
  }
  return end
}

const NOBODY: Moments = { n: 0, mean: 0, m2: 0 }

/** Of the primary metric and of the guardrail, by arm; the latter is empty where there is none. */
type Outcomes = readonly [readonly Moments[], readonly Moments[]]

function readOnce({ project, empty }: Setting, outcomes: Outcomes, looks: RecordedLook[]) {
  const readout = { ...empty, cells: cellsOf(outcomes) }
  const statistics = statisticsOf(project, readout)
  const due = dueLook(project, statistics, looks)
  if (due !== null) looks.push({ ...due, recordedAt: '', dataVersion: '' })
  return decide({ project, readout, statistics, looks, policyChanges: {}, splitChange: null })
}

// A day's mean and sum of squares, as normal values have them.
function dayOf(n: number, mean: number, spread: number, normal: () => number): Moments {
  const freedom = n - 1
  // Wilson and Hilferty's cube root: the chi-square of some dozens of degrees, to a part in a thousand.
  const root = 1 - 2 / (9 * freedom) + normal() * Math.sqrt(2 / (9 * freedom))
  return { n, mean: mean + (spread * normal()) / Math.sqrt(n), m2: spread ** 2 * freedom * root ** 3 }
}

function armsOf(moments: readonly Moments[]) {
  const two = moments.length > 0 ? moments : [0, 1].map(() => ({ n: 0, mean: 0, m2: 0 }))
  return two.map((outcome, arm) => ({ arm, converted: 0, outcome }))
}

function cellsOf([moments, guarded]: Outcomes): Readout['cells'] {
  return armsOf(moments).map(({ arm, outcome }) => ({
    arm,
    stratum: null,
    quarter: null,
    hasAllCovariates: false,
    exposureDay: 0,
    metrics: [outcome, ...guarded.slice(arm, arm + 1)].map(each => ({ converted: 0, outcome: each })),
    crossed: null,
    paired: null,
  }))
}

function projectOf({ design, effects, harmsAtMargin }: DecisionStudy): Project {
  const arms = effects.length + 1
  const payload = structuredClone(EXAMPLE_PROJECT) as Record<string, unknown>
  const sections: Record<string, Record<string, unknown>> = {
    metrics: {
      metric_type: 'continuous',
      baseline_value: 45,
      mde_pct: 4,
      std_dev: SPREAD,
      guardrail_metrics: harmsAtMargin ? [GUARDRAIL] : [],
    },
    setup: { variants_count: arms, traffic_split: Array(arms).fill(1) },
  }
  for (const [name, change] of [...Object.entries(sections), ...Object.entries(design)]) {
    payload[name] = { ...(payload[name] as object), ...change }
  }
  return {
    id: 'study',
    projectName: 'study',
    payload: parse(payload) as ExperimentPayload,
    payloadSchemaVersion: 1,
    archivedAt: null,
    createdAt: '',
    updatedAt: '',
    revisionCount: 1,
    lastRevisionAt: null,
    lastAnalysisAt: null,
    lastAnalysisRunId: null,
    lastExportedAt: null,
    version: 1,
    frozenRevision: { kind: 'newest' },
  }
}
