import { normalSurvival } from '../src/distributions/normal.ts'
import { dunnettCritical, dunnettPValue } from '../src/dunnett.ts'
import { adjustPValues } from '../src/multiplicity.ts'
import type { ComparisonDesign } from '../src/planning/comparison-power.ts'
import { comparisonPower } from '../src/planning/comparison-power.ts'
import type { RandomSource } from './random-source.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { powerRow, sizeRow } from './simulation.ts'

const SIZES = [600, 400, 300, 200]
const ALPHA = 0.05
const SHIFT = 0.17
const DF = 12

/** Power of one comparison as planned, and the size of Dunnett's test with an estimated spread. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const critical = dunnettCritical(SIZES, ALPHA)
  const small = dunnettCritical([1, 1, 1, 1], ALPHA, DF)
  const rejectsFirst = (others: ComparisonDesign['others']) => () => {
    const z = statistics(source, SIZES, [SHIFT, ...SIZES.slice(2).map(() => (others === 'at_effect' ? SHIFT : 0))])
    const adjusted = adjustPValues(
      z.map(value => Math.min(1, 2 * normalSurvival(Math.abs(value)))),
      'holm',
    )
    return adjusted[0]! < ALPHA && z[0]! > 0
  }
  const planned = (adjustment: 'holm' | 'dunnett', others: ComparisonDesign['others']) =>
    comparisonPower({ shift: SHIFT, alpha: ALPHA, adjustment, others }, SIZES, 1)
  return [
    powerRow('Holm, all arms at the effect', planned('holm', 'at_effect'), runs, rejectsFirst('at_effect')),
    powerRow('Holm, this arm alone', planned('holm', 'at_null'), runs, rejectsFirst('at_null')),
    powerRow('Dunnett', planned('dunnett', 'at_null'), runs, () => {
      return statistics(source, SIZES, [SHIFT, 0, 0])[0]! > critical
    }),
    sizeRow('Dunnett, unequal arms', ALPHA, runs, () => {
      return statistics(source, SIZES, [0, 0, 0]).some(z => Math.abs(z) > critical)
    }),
    sizeRow(`Dunnett, ${DF} degrees of freedom`, ALPHA, runs, () => {
      const spread = Math.sqrt(chiSquare(source, DF) / DF)
      return statistics(source, [1, 1, 1, 1], [0, 0, 0]).some(z => Math.abs(z) > small * spread)
    }),
    sizeRow('Dunnett p of the largest of three at 2', dunnettPValue([1, 1, 1, 1], 2), runs, () => {
      return statistics(source, [1, 1, 1, 1], [0, 0, 0]).some(z => Math.abs(z) > 2)
    }),
  ]
}

/** z of each treatment against the control, in persons of deviation 1. */
function statistics(source: RandomSource, sizes: readonly number[], shifts: readonly number[]): number[] {
  const [control = 1, ...treatments] = sizes
  const base = source.normal() / Math.sqrt(control)
  return treatments.map((n, i) => (shifts[i]! + source.normal() / Math.sqrt(n) - base) / Math.sqrt(1 / n + 1 / control))
}

function chiSquare(source: RandomSource, df: number): number {
  let sum = 0
  for (let i = 0; i < df; i += 1) sum += source.normal() ** 2
  return sum
}
