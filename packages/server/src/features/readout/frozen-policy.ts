import { payloadDiff } from '../audit/payload-diff.ts'
import type { ExperimentPayload } from '../projects/experiment-input.ts'
import type { Project } from '../projects/project.ts'
import type { SplitChange } from './srm-causes.ts'

const FROZEN_METRIC_FIELDS = [
  'alpha',
  'power',
  'direction',
  'mde_pct',
  'baseline_value',
  'std_dev',
  'planned_test',
  'equivalence_margin_pct',
] as const

export interface FrozenProject {
  /** The project, with the policy that was in force when the first user was exposed. */
  readonly project: Project
  /** Dotted path to [in force, asked for since]; empty when nothing was changed after the start. */
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>
  /** What the arms were meant to hold; null before the first exposure. */
  readonly splitChange: SplitChange | null
}

/** What decides stays as it was at the first exposure; everything else follows the present payload. */
export function freezePolicy(project: Project, atStart: ExperimentPayload | null): FrozenProject {
  if (atStart === null) return { project, changes: {}, splitChange: null }
  const { payload } = project
  const frozen = policyOf(atStart)
  return {
    project: {
      ...project,
      payload: {
        ...payload,
        metrics: { ...payload.metrics, ...frozen.metrics },
        constraints: { ...payload.constraints, ...frozen.constraints },
        decision_policy: frozen.decision_policy,
      },
    },
    changes: payloadDiff(frozen, policyOf(payload)),
    splitChange: { atStart: atStart.setup.traffic_split, now: payload.setup.traffic_split },
  }
}

function policyOf({ metrics, constraints, decision_policy }: ExperimentPayload) {
  const fields = Object.fromEntries(FROZEN_METRIC_FIELDS.map(field => [field, metrics[field]]))
  return {
    metrics: fields as Pick<ExperimentPayload['metrics'], (typeof FROZEN_METRIC_FIELDS)[number]>,
    constraints: { n_looks: constraints.n_looks },
    decision_policy,
  }
}
