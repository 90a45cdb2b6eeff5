import type { Readout } from '../../event-store/event-store.ts'
import type { Speech } from '../../http/speech.ts'
import type { Project } from '../projects/project.ts'
import { comparisonsBlock } from './comparisons-block.ts'
import { cupedBlock } from './cuped-block.ts'
import { guardrailBlock } from './guardrail-block.ts'
import { holdoutBlock } from './holdout-block.ts'
import type { LiveStats } from './live-stats-schema.ts'
import type { RecordedLook } from './look.ts'
import { eventTimingBlock, exclusionsBlock, identityBlock, populationBlock } from './population-blocks.ts'
import { secondaryBlock } from './secondary-block.ts'
import { looksBlock, sequentialBlock } from './sequential-block.ts'
import { srmBlock } from './srm-block.ts'
import { type SplitChange, srmCauses } from './srm-causes.ts'
import type { Statistics } from './statistics.ts'
import { stratifiedBlock } from './stratified-block.ts'

/** One read of one experiment: the snapshot, its statistics, and the looks taken so far. */
export interface CurrentReadout {
  readonly project: Project
  readonly readout: Readout
  readonly statistics: Statistics
  readonly looks: readonly RecordedLook[]
  /** What was asked to change after the first exposure: dotted path to [in force, asked for]. */
  readonly policyChanges: Readonly<Record<string, readonly [unknown, unknown]>>
  /** Null before the first exposure. */
  readonly splitChange: SplitChange | null
}

/** The read-out as the wire prints it. Rounding happens here and nowhere before. */
export function liveStats(current: CurrentReadout, speech: Speech): LiveStats {
  const { project, readout, statistics, looks, splitChange } = current
  const { setup } = project.payload
  const { metric_type: metricType, primary_metric_name: metric } = project.payload.metrics
  const { arms, totalExposed } = statistics
  return {
    experiment_id: project.id,
    metric_type: metricType,
    primary_metric_name: metric,
    exposures_total: totalExposed,
    conversions_total: arms.reduce((sum, { converted }) => sum + converted, 0),
    data_version: readout.dataVersion,
    disclaimer: speech.words.readout.disclaimer,
    srm: srmBlock(statistics.srm, () => [...srmCauses(readout, setup.traffic_split, splitChange)], speech),
    comparisons: comparisonsBlock(project, statistics.comparisons, looks, speech),
    sequential: sequentialBlock(project, statistics.information, totalExposed, looks, speech),
    looks: looksBlock(looks),
    cuped: cupedBlock(project, readout, arms, statistics.cuped, speech),
    stratified: stratifiedBlock(project, readout, totalExposed, statistics.stratified, speech),
    guardrail: guardrailBlock(statistics.guardrails, speech),
    secondary: secondaryBlock(project, statistics.secondary),
    holdout: holdoutBlock(project, readout.population.heldOutUsers, statistics.holdout, speech),
    identity_resolution: identityBlock(readout),
    event_timing: eventTimingBlock(readout, metric),
    exclusions: exclusionsBlock(readout),
    population: populationBlock(readout, metric, arms),
  }
}
