import type { ForestPlotRow } from '@verdict/charts'
import type { Speech } from '../../i18n/language-context.ts'
import { armCountOf, armName } from './arm-name.ts'
import { naturalScale, scaled } from './effect-scale.ts'
import type { LiveStats } from './reading.ts'

/** The comparisons as rows of the forest plot, all in the unit of the analysis. */
export function forestRows(live: LiveStats, speech: Speech): ForestPlotRow[] {
  const scale = naturalScale(live.metric_type)
  return live.comparisons.map(({ treatment_index, analysis, always_valid, sequential_significant: crossed }) => ({
    label: armName(treatment_index, armCountOf(live), speech),
    effect: analysis?.observed_effect ?? null,
    lower: analysis?.ci_lower ?? null,
    upper: analysis?.ci_upper ?? null,
    isSignificant: crossed ?? analysis?.is_significant ?? false,
    alwaysValidLower: scaled(always_valid?.ci_sequence_lower, scale),
    alwaysValidUpper: scaled(always_valid?.ci_sequence_upper, scale),
  }))
}
