import type { Readout } from '../../event-store/event-store.ts'
import type { Project } from '../projects/project.ts'
import { type ArmMoments, momentsByArm } from './arm-moments.ts'
import { clusterArms, isClusterDesign } from './cluster-tests.ts'
import { type Comparison, compareArms } from './comparison.ts'
import { analyzeCuped, type CupedAnalysis } from './cuped-block.ts'
import { findHarm, type GuardrailFinding } from './guardrails.ts'
import { compareHoldout } from './holdout-block.ts'
import { type Information, informationOf } from './information.ts'
import { inPlannedUnits } from './planned-units.ts'
import { type SecondaryFinding, testSecondary } from './secondary-metrics.ts'
import { findSrm, type SrmFinding } from './srm-block.ts'
import { analyzeStrata, type StratifiedAnalysis } from './stratified-block.ts'

/** Everything a read-out says, unrounded; live-stats, decision and reports read this one value. */
export interface Statistics {
  /** In planned units. */
  readonly readout: Readout
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
export function statisticsOf(project: Project, stored: Readout): Statistics {
  const { setup, metrics } = project.payload
  const readout = inPlannedUnits(project, stored)
  const arms = momentsByArm(readout.cells, setup.variants_count)
  const counts = arms.map(({ outcome }) => outcome.n)
  // What was dealt to the arms is what the split is judged by.
  const units = isClusterDesign(project) ? clusterArms(project, readout, 0).map(({ n }) => n) : counts
  const information = informationOf(project, arms)
  return {
    arms,
    totalExposed: counts.reduce((sum, count) => sum + count, 0),
    srm: findSrm(units, setup.traffic_split),
    readout,
    comparisons: compareArms(project, { arms, readout }),
    information,
    cuped: analyzeCuped(project, readout),
    stratified: analyzeStrata(project, readout),
    guardrails: findHarm(project, readout, information),
    secondary: testSecondary(project, readout, 1 + metrics.guardrail_metrics.length),
    holdout: compareHoldout(project, readout, arms),
  }
}
