import { haybittlePetoBounds } from './haybittle-peto.ts'
import type { LookDesign, SequentialBounds } from './look-design.ts'
import { spendingBounds } from './spending-bounds.ts'
import type { SpendingFunction } from './spending-function.ts'
import { wangTsiatisBounds } from './wang-tsiatis.ts'

/** Families that spend a probability over the information; `rho` > 0, `gamma` any number. */
export type SpendingFamily =
  | { readonly kind: 'lan_demets_obrien_fleming' }
  | { readonly kind: 'lan_demets_pocock' }
  | { readonly kind: 'kim_demets'; readonly rho: number }
  | { readonly kind: 'hwang_shih_decani'; readonly gamma: number }

/** Families of bounds: by shape (`delta` 0 is O'Brien-Fleming, 1/2 Pocock), by spending, or one z until the last look. */
export type BoundaryFamily =
  | SpendingFamily
  | { readonly kind: 'obrien_fleming' }
  | { readonly kind: 'pocock' }
  | { readonly kind: 'wang_tsiatis'; readonly delta: number }
  | { readonly kind: 'haybittle_peto'; readonly interimZ: number }

export type BoundaryKind = BoundaryFamily['kind']

/**
 * The family of this name; `parameter` is rho, gamma, delta or the interim z, and null where the family has none. Throws a
 * RangeError where a parameter is missing or out of range.
 */
export function boundaryFamily(kind: BoundaryKind, parameter: number | null): BoundaryFamily {
  switch (kind) {
    case 'kim_demets':
      return { kind, rho: positive(parameter) }
    case 'hwang_shih_decani':
      return { kind, gamma: finite(parameter) }
    case 'wang_tsiatis':
      return { kind, delta: finite(parameter) }
    case 'haybittle_peto':
      return { kind, interimZ: positive(parameter) }
    default:
      return { kind }
  }
}

/** Efficacy bounds of a family at these looks. Throws a RangeError as the family's own function does. */
export function boundsOf(design: LookDesign & { readonly family: BoundaryFamily }): SequentialBounds {
  const { family } = design
  switch (family.kind) {
    case 'obrien_fleming':
      return wangTsiatisBounds({ ...design, shape: 0 })
    case 'pocock':
      return wangTsiatisBounds({ ...design, shape: 0.5 })
    case 'wang_tsiatis':
      return wangTsiatisBounds({ ...design, shape: family.delta })
    case 'haybittle_peto':
      return haybittlePetoBounds({ ...design, interimZ: family.interimZ })
    default:
      return spendingBounds({ ...design, spending: spendingOf(family) })
  }
}

/** The spending function of a family. */
export function spendingOf(family: SpendingFamily): SpendingFunction {
  switch (family.kind) {
    case 'lan_demets_obrien_fleming':
      return { kind: 'obrien_fleming' }
    case 'lan_demets_pocock':
      return { kind: 'pocock' }
    default:
      return family
  }
}

function finite(parameter: number | null): number {
  if (parameter === null || !Number.isFinite(parameter)) throw new RangeError('the family needs a finite parameter')
  return parameter
}

function positive(parameter: number | null): number {
  if (!(finite(parameter) > 0)) throw new RangeError('the parameter of the family must be above 0')
  return finite(parameter)
}
