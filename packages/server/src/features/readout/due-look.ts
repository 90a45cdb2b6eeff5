import { alphaSpent, nextBound, normalSurvival, normalUpperQuantile, spendingOf } from '@verdict/stats'
import { armAlpha } from '../planning/design-effect.ts'
import { isSpending, lookDesign, lookFamily } from '../planning/look-design.ts'
import { storedPlan } from '../planning/stored-plan.ts'
import type { Project } from '../projects/project.ts'
import { compareArms, comparisonAlpha } from './comparison.ts'
import { holmLevels } from './holm-levels.ts'
import { lookComparison, monitoringOf, type RecordedLook } from './look.ts'
import type { Statistics } from './statistics.ts'

/** A look as it is taken, before it is written down. */
export type DueLook = Omit<RecordedLook, 'recordedAt' | 'dataVersion'>

const FIXED_READ_FRACTION = 0.95
const SLACK = 1e-9

/** The look that is due and not yet recorded; null when there is none. */
export function dueLook(project: Project, statistics: Statistics, recorded: readonly RecordedLook[]): DueLook | null {
  const monitoring = monitoringOf(project)
  const { fraction } = statistics.information
  if (fraction === null || monitoring === 'always_valid') return null
  return monitoring === 'fixed'
    ? fixedLook(project, fraction, statistics, recorded)
    : plannedLook(project, fraction, statistics, recorded)
}

function fixedLook(
  project: Project,
  fraction: number,
  statistics: Statistics,
  recorded: readonly RecordedLook[],
): DueLook | null {
  if (recorded.length > 0 || fraction < FIXED_READ_FRACTION) return null
  const alpha = comparisonAlpha(project)
  const comparisons = statistics.comparisons.flatMap(comparison => lookComparison(comparison, alpha))
  const levels = holmLevels(
    project,
    comparisons.map(({ pValue }) => pValue),
  )
  return {
    look: 1,
    informationFraction: fraction,
    boundaryZ: normalUpperQuantile(alpha / 2),
    comparisons: comparisons.map((each, index) => ({ ...each, crossed: each.pValue < levels[index]! })),
  }
}

// The last look that has become due; those before it that nobody took are left out, and their alpha is spent here.
function plannedLook(
  project: Project,
  fraction: number,
  statistics: Statistics,
  recorded: readonly RecordedLook[],
): DueLook | null {
  const { n_looks: looks } = project.payload.constraints
  const look = Math.min(looks, Math.floor(looks * fraction + SLACK))
  const last = recorded.at(-1)
  if (look <= (last?.look ?? 0) || fraction <= (last?.informationFraction ?? 0)) return null
  const taken = recorded.map(({ informationFraction: time, boundaryZ: z }) => ({ time, z }))
  const z = nextBound({ taken, time: fraction, spendBy: spendBy(project, look, fraction), sides: 2 })
  // So early that nothing could cross: it is not worth a look.
  if (!Number.isFinite(z)) return null
  const alpha = 2 * normalSurvival(z)
  const comparisons = compareArms(project, statistics, alpha).flatMap(each => lookComparison(each, alpha))
  return { look, informationFraction: fraction, boundaryZ: z, comparisons }
}

/** alpha to have been spent by a look: by its real information where the design spends by information, else as planned. */
function spendBy(project: Project, look: number, fraction: number): number {
  const plan = storedPlan(project.payload)
  const alpha = armAlpha(plan)
  if (look === plan.n_looks) return alpha
  const family = lookFamily(plan.decision_policy)
  return isSpending(family)
    ? 2 * alphaSpent(spendingOf(family), Math.min(1, fraction), alpha / 2)
    : lookDesign(plan)!.spent[look - 1]!
}
