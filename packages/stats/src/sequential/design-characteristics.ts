import { exitsAt, massBelow } from './brownian-paths.ts'
import { walkCorridor } from './exit-probabilities-at.ts'

/** Bounds of a design on the z scale, in the direction of the effect; no futility where `futility` is null. */
export interface DesignBounds {
  readonly times: readonly number[]
  readonly sides: 1 | 2
  readonly z: readonly number[]
  readonly futility: readonly number[] | null
}

/** What a design does at one true drift, with its futility bounds obeyed. */
export interface DesignCharacteristics {
  /** mean of z at time 1 */
  readonly drift: number
  /** probability of stopping at each look for the effect, and for one of the wrong sign (0 with one side) */
  readonly upper: readonly number[]
  readonly lower: readonly number[]
  /** probability of stopping at each look for futility, at the last for having found nothing */
  readonly futile: readonly number[]
  /** mean information when the test stops, as a share of what time 1 stands for */
  readonly expectedInformation: number
}

/** Crossing probabilities per look and expected information of a design at any drift, by recursive integration. */
export function designCharacteristics(design: DesignBounds, drift: number): DesignCharacteristics {
  const { times, z } = design
  const rejectBelow = z.map(bound => (design.sides === 2 ? -bound : Number.NEGATIVE_INFINITY))
  const upper: number[] = []
  const lower: number[] = []
  const futile: number[] = []
  walkCorridor({ times, lower: stopsBelow(design), upper: z, drift }, (paths, look, i) => {
    const { below, above } = exitsAt(paths, look)
    const rejected = Math.min(below, massBelow(paths, look.time, rejectBelow[i]! * Math.sqrt(look.time), drift))
    upper.push(above)
    lower.push(rejected)
    futile.push(below - rejected)
  })
  const stopped = times.map((_, i) => upper[i]! + lower[i]! + futile[i]!)
  const expectedInformation = times.reduce((sum, time, i) => sum + time * stopped[i]!, 0)
  return { drift, upper, lower, futile, expectedInformation }
}

/** z at or below which the test ends at each look: everything that does not cross, at the last. */
export function stopsBelow({ times, sides, z, futility }: DesignBounds): number[] {
  return z.map((bound, i) => {
    if (i + 1 === times.length) return bound
    return Math.max(sides === 2 ? -bound : Number.NEGATIVE_INFINITY, futility?.[i] ?? Number.NEGATIVE_INFINITY)
  })
}
