import type { LookComparison, RecordedLook } from '../readout/look.ts'
import type { Execution } from './execution-schema.ts'
import { ownTime } from './growing-times.ts'

type BundleLook = Execution['looks'][number]

/** A look as a bundle carries it. */
export function toBundleLook(look: RecordedLook): BundleLook {
  return {
    look: look.look,
    information_fraction: look.informationFraction,
    boundary_z: look.boundaryZ,
    recorded_at: look.recordedAt,
    data_version: look.dataVersion,
    comparisons: look.comparisons.map(comparison => ({
      treatment_index: comparison.treatmentIndex,
      effect: comparison.effect,
      lower: comparison.lower,
      upper: comparison.upper,
      p_value: comparison.pValue,
      p_value_log10: comparison.pValueLog10,
      statistic: comparison.statistic,
      probability: comparison.probability,
      effect_relative: comparison.effectRelative,
      crossed: comparison.crossed,
    })),
  }
}

/** The look that a bundle carries, as it is stored. */
export function toRecordedLook(look: BundleLook): RecordedLook {
  return {
    look: look.look,
    informationFraction: look.information_fraction,
    boundaryZ: look.boundary_z,
    recordedAt: ownTime(look.recorded_at),
    dataVersion: look.data_version,
    comparisons: look.comparisons.map(toComparison),
  }
}

// Null is what JSON makes of an infinite number, in the stored look too.
function toComparison(comparison: BundleLook['comparisons'][number]): LookComparison {
  return {
    treatmentIndex: comparison.treatment_index,
    effect: comparison.effect,
    lower: comparison.lower,
    upper: comparison.upper,
    pValue: comparison.p_value,
    pValueLog10: comparison.p_value_log10,
    statistic: comparison.statistic,
    probability: comparison.probability,
    effectRelative: comparison.effect_relative,
    crossed: comparison.crossed,
  } as LookComparison
}
