import type { Stratum, StratumKind } from '../src/means/post-stratification.ts'
import { postStratifiedTest } from '../src/means/post-stratification.ts'
import { momentsOf, sampleVariance } from '../src/moments.ts'
import { answered } from '../testing/answered.ts'
import { randomSource } from './random-source.ts'
import type { SimulationInput, SimulationRow } from './simulation.ts'
import { coverageRow, sizeRow } from './simulation.ts'

const ALPHA = 0.05
const SHARES = [0.5, 0.3, 0.2]
const PERSONS = 900

/** Size and coverage with random strata (shares 0.5, 0.3, 0.2) and 900 persons split evenly at random. */
export function simulate({ runs, seed }: SimulationInput): SimulationRow[] {
  const source = randomSource(seed)
  const value = (kind: StratumKind, stratum: number, effect: number) =>
    kind === 'binary'
      ? Number(source.uniform() < 0.1 + 0.25 * stratum + effect)
      : 3 * stratum + (1 + stratum) * source.normal() + effect
  const test = (kind: StratumKind, effect: number) => {
    const strata = SHARES.map((): [number[], number[]] => [[], []])
    for (let person = 0; person < PERSONS; person += 1) {
      const stratum = stratumAt(source.uniform())
      const arm = source.uniform() < 0.5 ? 0 : 1
      strata[stratum]![arm].push(value(kind, stratum, arm * effect))
    }
    return answered(
      postStratifiedTest(
        strata.map(arms => summary(kind, arms)),
        ALPHA,
        kind,
      ),
    )
  }
  const kinds: { kind: StratumKind; effect: number }[] = [
    { kind: 'binary', effect: 0.05 },
    { kind: 'continuous', effect: 0.4 },
  ]
  return kinds.flatMap(({ kind, effect }) => [
    sizeRow(`${kind}, 3 strata`, ALPHA, runs, () => test(kind, 0).pValue < ALPHA),
    coverageRow(`${kind}, 3 strata`, 1 - ALPHA, runs, () => {
      const { lower, upper } = test(kind, effect)
      return lower <= effect && effect <= upper
    }),
  ])
}

function stratumAt(u: number): number {
  return u < SHARES[0]! ? 0 : u < SHARES[0]! + SHARES[1]! ? 1 : 2
}

function summary(kind: StratumKind, [control, treatment]: [number[], number[]]): Stratum {
  const arm = (values: number[]) => {
    const moments = momentsOf(values)
    const variance = kind === 'binary' ? moments.m2 / moments.n : sampleVariance(moments)
    return { n: moments.n, mean: moments.mean, variance }
  }
  return { control: arm(control), treatment: arm(treatment) }
}
