import { calculate } from '../planning/calculation.ts'
import type { CalculationPlan } from '../planning/calculation-schema.ts'
import { lookDesign, monitoringOf } from '../planning/look-design.ts'
import { storedPlan } from '../planning/stored-plan.ts'
import type { ExperimentPayload } from '../projects/experiment-input.ts'
import type { Project } from '../projects/project.ts'
import type { ArmMoments } from './arm-moments.ts'

/** How much of the planned information is in. */
export interface Information {
  /** Users per variant of the stored design; null when the design has no finite size. */
  readonly plannedSize: number | null
  /** The smallest over the comparisons, not capped; null when nothing is planned or nobody is exposed. */
  readonly fraction: number | null
}

/** Information of a comparison = n0 n1 / (n0 + n1), over that of two arms of the planned size. */
export function informationOf(project: Project, arms: readonly ArmMoments[]): Information {
  const plannedSize = plannedSizeOf(project.payload)
  if (plannedSize === null) return { plannedSize, fraction: null }
  const control = arms[0]!.outcome.n
  const fractions = arms
    .slice(1)
    .map(({ outcome }) => harmonic(control, outcome.n) / harmonic(plannedSize, plannedSize))
  const exposed = arms.some(({ outcome }) => outcome.n > 0)
  return { plannedSize, fraction: exposed ? Math.min(...fractions) : null }
}

// A payload never changes, and sizing it again at each read would cost more than the rest.
const plannedSizes = new WeakMap<ExperimentPayload, { readonly size: number | null }>()

function plannedSizeOf(payload: ExperimentPayload): number | null {
  const known = plannedSizes.get(payload) ?? { size: sizeOf(storedPlan(payload)) }
  plannedSizes.set(payload, known)
  return known.size
}

function sizeOf(plan: CalculationPlan): number | null {
  const calculation = calculate(plan)
  return calculation.ok ? Math.ceil(calculation.value.sizePerVariant * inflationOf(plan)) : null
}

// What the looks of a group-sequential test cost.
function inflationOf(plan: CalculationPlan): number {
  const monitoring = monitoringOf(plan.decision_policy ?? { monitoring: 'auto' }, plan.n_looks)
  return monitoring === 'group_sequential' ? (lookDesign(plan)?.inflation ?? 1) : 1
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (a * b) / (a + b)
}
