import { invalid } from '../../http/errors.ts'

/** Where in a bundle a value stands; a list from the leaf up, so that a step down costs nothing. */
export interface Spot {
  readonly key: string | number
  readonly parent: Spot | null
  readonly depth: number
}

/** Deeper than any bundle nests. */
const MOST_DEPTH = 40

/** One step down. Throws 422 where a body nests deeper than any bundle does. */
export function stepDown(parent: Spot | null, key: string | number): Spot {
  const spot = { key, parent, depth: (parent?.depth ?? 0) + 1 }
  if (spot.depth > MOST_DEPTH) throw invalid([{ type: 'value_error', loc: pathOf(spot), phrase: { key: 'unfitting' } }])
  return spot
}

/** As `detail` names it. */
export function pathOf(spot: Spot | null): readonly (string | number)[] {
  const path: (string | number)[] = []
  for (let at = spot; at !== null; at = at.parent) path.push(at.key)
  return ['body', ...path.reverse()]
}
