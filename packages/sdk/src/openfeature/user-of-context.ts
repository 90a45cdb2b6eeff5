import type { User } from '../client-options.ts'
import type { EvaluationContext } from './openfeature-types.ts'

/** `targetingKey` as user id, `otherwise` without one; everything else as attributes, dates as ISO texts. */
export function userOfContext({ targetingKey, ...rest }: EvaluationContext, otherwise: string): User {
  const attributes = Object.entries(rest).map(([name, value]) => [
    name,
    value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : value,
  ])
  return { userId: targetingKey ?? otherwise, attributes: Object.fromEntries(attributes) }
}
