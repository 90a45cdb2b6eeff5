import type { CrossMoments, Moments } from '@verdict/stats'

/** Moments in two passes: the mean first, then squared deviations from it. */
export function momentsOf(values: readonly number[]): Moments {
  const { means, products } = crossMomentsOf([values])
  return { n: values.length, mean: means[0]!, m2: products[0]! }
}

/** Cross-moments of variables of equal length, in two passes. */
export function crossMomentsOf(variables: readonly (readonly number[])[]): CrossMoments {
  const n = variables[0]!.length
  const means = variables.map(values => (n === 0 ? 0 : sumOf(values) / n))
  const deviations = variables.map((values, i) => values.map(value => value - means[i]!))
  const products = deviations.flatMap(a => deviations.map(b => sumOf(a.map((deviation, at) => deviation * b[at]!))))
  return { n, means, products }
}

/** A compensated sum (Neumaier 1974). */
export function sumOf(values: readonly number[]): number {
  let sum = 0
  let lost = 0
  for (const value of values) {
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + lost
}
