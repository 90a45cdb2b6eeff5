import { mergeMoments, sampleVariance } from '@verdict/stats'
import type { Readout } from '../../event-store/event-store.ts'
import type { Speech } from '../../http/speech.ts'
import { round, roundOrNull } from '../../http/wire-numbers.ts'
import type { Project } from '../projects/project.ts'
import type { ArmMoments } from './arm-moments.ts'
import { isClusterDesign } from './cluster-tests.ts'
import { type Comparison, comparePlainly, comparisonAlpha } from './comparison.ts'
import { alwaysValidBlock, analysisBlock } from './comparisons-block.ts'
import type { LiveStats } from './live-stats-schema.ts'

type Block = LiveStats['holdout']

const HOLDOUT = -1

/** Every treatment arm together against the holdout, by the planned test; null for metrics that it is not read for. */
export function compareHoldout(
  project: Project,
  { heldOut }: Pick<Readout, 'heldOut'>,
  arms: readonly ArmMoments[],
): Comparison | null {
  const { metric_type: metricType } = project.payload.metrics
  // Persons of one cluster are no independent evidence, and the holdout's clusters are not read.
  if ((metricType !== 'binary' && metricType !== 'continuous') || isClusterDesign(project)) return null
  const holdout = { arm: HOLDOUT, ...heldOut[0]! }
  const treated = arms.slice(1).reduce((sum, { arm, converted, outcome }) => ({
    arm,
    converted: sum.converted + converted,
    outcome: mergeMoments(sum.outcome, outcome),
  }))
  return comparePlainly(project, holdout, treated, comparisonAlpha(project))
}

/** What the treatments did together to people, beside those who were kept from all of it. */
export function holdoutBlock(
  project: Project,
  heldOutUsers: number,
  comparison: Comparison | null,
  speech: Speech,
): Block {
  const words = speech.words.readout.holdout
  if (comparison === null) return { ...EMPTY, note: words.not_applicable, holdout_users_total: heldOutUsers }
  const { control: holdout, treatment: treated } = comparison
  const totals = { treated_users_total: treated.outcome.n, holdout_users_total: heldOutUsers }
  if (heldOutUsers === 0) return { ...EMPTY, note: words.none, ...totals }
  const analysis = analysisBlock(project, comparison, speech)
  const isOk = analysis !== null
  const { alwaysValid } = speech.words.readout
  return {
    status: isOk ? 'ok' : 'insufficient_data',
    note: isOk ? words.ok : words.insufficient_data,
    treated: armStat('treated', treated, project),
    holdout: armStat('holdout', holdout, project),
    analysis,
    probability_treated_beats_holdout: isOk ? roundOrNull(comparison.probability, 3) : null,
    always_valid: isOk
      ? alwaysValidBlock(comparison.alwaysValid, comparisonAlpha(project), project, alwaysValid)
      : null,
    ...totals,
  }
}

const EMPTY = {
  status: 'unavailable',
  treated: null,
  holdout: null,
  analysis: null,
  probability_treated_beats_holdout: null,
  always_valid: null,
  treated_users_total: null,
}

function armStat(label: string, { converted, outcome }: ArmMoments, { payload: { metrics } }: Project) {
  const hasPersons = outcome.n > 0
  const isBinary = metrics.metric_type === 'binary'
  return {
    label,
    exposed_users: outcome.n,
    converted_users: converted,
    conversion_rate: hasPersons && isBinary ? round(converted / outcome.n, 6) : null,
    mean: hasPersons && !isBinary ? round(outcome.mean, 6) : null,
    std: hasPersons && !isBinary ? roundOrNull(Math.sqrt(sampleVariance(outcome)), 6) : null,
  }
}
