import type { Readout } from '../../event-store/event-store.ts'
import type { Project } from '../projects/project.ts'
import { type ArmMoments, inPlannedUnits, momentsByArm } from './arm-moments.ts'
import { type Comparison, compareArms } from './comparison.ts'
import { analyzeCuped, type CupedAnalysis } from './cuped-block.ts'
import { findHarm, type GuardrailFinding } from './guardrails.ts'
import { compareHoldout } from './holdout-block.ts'
import { type Information, informationOf } from './information.ts'
import { type SecondaryFinding, testSecondary } from './secondary-metrics.ts'
import { findSrm, type SrmFinding } from './srm-block.ts'
import { analyzeStrata, type StratifiedAnalysis } from './stratified-block.ts'

/** Everything a read-out says, unrounded; live-stats, decision and reports read this one value. */
export interface Statistics {
  readonly arms: readonly ArmMoments[]
  readonly totalExposed: number
  readonly srm: SrmFinding
  readonly comparisons: readonly Comparison[]
  readonly information: Information
  readonly cuped: CupedAnalysis | null
  readonly stratified: StratifiedAnalysis | null
  readonly guardrails: readonly GuardrailFinding[]
  readonly secondary: readonly SecondaryFinding[]
  /** Null for metrics that the holdout is not read for. */
  readonly holdout: Comparison | null
}

/** Computes the statistics of a design from the moments of its data. Pure. */
export function statisticsOf(project: Project, readout: Readout): Statistics {
  const { setup, metrics } = project.payload
  const arms = inPlannedUnits(project, momentsByArm(readout.cells, setup.variants_count))
  const counts = arms.map(({ outcome }) => outcome.n)
  const information = informationOf(project, arms)
  return {
    arms,
    totalExposed: counts.reduce((sum, count) => sum + count, 0),
    srm: findSrm(counts, setup.traffic_split),
    comparisons: compareArms(project, { arms, readout }),
    information,
    cuped: analyzeCuped(project, readout),
    stratified: analyzeStrata(project, readout),
    guardrails: findHarm(project, readout, information),
    secondary: testSecondary(project, readout, 1 + metrics.guardrail_metrics.length),
    holdout: compareHoldout(project, readout, arms),
  }
}
