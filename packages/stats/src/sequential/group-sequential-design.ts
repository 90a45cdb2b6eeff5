import { normalQuantile, normalUpperQuantile } from '../distributions/normal.ts'
import { bracketFrom } from '../special/bracketed-root.ts'
import type { BoundaryFamily } from './boundary-family.ts'
import { boundsOf } from './boundary-family.ts'
import { massBelow } from './brownian-paths.ts'
import type { DesignBounds, DesignCharacteristics } from './design-characteristics.ts'
import { designCharacteristics, stopsBelow } from './design-characteristics.ts'
import { walkCorridor } from './exit-probabilities-at.ts'
import type { Futility } from './futility-bounds.ts'
import { futilityBounds } from './futility-bounds.ts'
import { guardedSecantRoot } from './guarded-secant-root.ts'
import type { LookDesign } from './look-design.ts'
import { remembered } from './remembered.ts'

/** A group-sequential test to be planned. */
export interface GroupSequentialInput extends LookDesign {
  readonly family: BoundaryFamily
  /** chance to find the planned effect at the upper bound, futility obeyed; above alpha / sides */
  readonly power: number
  readonly futility: Futility | null
}

/** A planned group-sequential test. */
export interface GroupSequentialDesign extends DesignBounds {
  /** probability, under no effect and with futility ignored, of having crossed by each look */
  readonly spent: readonly number[]
  /** mean of z at time 1 under the planned effect */
  readonly drift: number
  /** information at time 1 over that of the fixed test with this alpha and power */
  readonly inflation: number
  readonly underNull: DesignCharacteristics
  readonly underEffect: DesignCharacteristics
}

const SLACK = 1e-9

/**
 * Bounds, non-binding futility bounds, drift, inflation and crossing probabilities of a group-sequential test (Jennison &
 * Turnbull 2000, ch. 2, 4, 7 and 19). Efficacy bounds are computed as if there were no futility, so that overruling it never
 * raises the size; the drift makes the chance to end at the upper bound equal to the power with futility obeyed. Information
 * at effect delta is (drift / delta)^2. Throws a RangeError for looks, alpha, parameters or a power that cannot be.
 */
export function groupSequentialDesign(input: GroupSequentialInput): GroupSequentialDesign {
  const { times, alpha, sides, power } = input
  const { z, spent } = boundsOf(input)
  if (!(power > alpha / sides && power < 1)) throw new RangeError('power must lie between alpha and 1')
  const futility = checkedFutility(input)
  const boundsAt = (drift: number): DesignBounds => {
    return { times, sides, z, futility: futility && futilityBounds({ times, z, futility }, drift) }
  }
  const fixed = normalUpperQuantile(alpha / sides) + normalQuantile(power)
  const drift = driftFor(boundsAt, normalUpperQuantile(1 - power), fixed)
  const bounds = boundsAt(drift)
  return {
    ...bounds,
    spent,
    drift,
    inflation: (drift / fixed) ** 2,
    underNull: designCharacteristics(bounds, 0),
    underEffect: designCharacteristics(bounds, drift),
  }
}

function checkedFutility({ futility, power, times }: GroupSequentialInput): Futility | null {
  if (futility === null || times.length === 1) return null
  const largest = 1 - power
  if (!(futility.beta > 0 && futility.beta <= largest + SLACK)) {
    throw new RangeError('beta of futility must lie above 0 and not above 1 - power')
  }
  return { ...futility, beta: Math.min(futility.beta, largest) }
}

/** The drift at which the chance to end anywhere but at the upper bound is that of z above `target`. */
function driftFor(boundsAt: (drift: number) => DesignBounds, target: number, fixed: number): number {
  const gap = remembered(drift => {
    const missed = missedAt(boundsAt(drift), drift)
    return Math.min(40, normalUpperQuantile(Math.min(1, missed))) - target
  })
  const bracket = bracketFrom(gap, fixed, gap(fixed) > 0 ? -0.1 * fixed : 0.1 * fixed)
  if (bracket === null) throw new RangeError('no effect gives this power')
  return guardedSecantRoot(gap, [Math.min(...bracket), Math.max(...bracket)], bracket)
}

function missedAt(bounds: DesignBounds, drift: number): number {
  let missed = 0
  walkCorridor({ times: bounds.times, lower: stopsBelow(bounds), upper: bounds.z, drift }, (paths, look) => {
    missed += massBelow(paths, look.time, look.lower, drift)
  })
  return missed
}
