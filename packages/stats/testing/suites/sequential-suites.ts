import exits from '../../fixtures/exit-probabilities.json' with { type: 'json' }
import designs from '../../fixtures/group-sequential-design.json' with { type: 'json' }
import tails from '../../fixtures/group-sequential-tails.json' with { type: 'json' }
import stagewise from '../../fixtures/stagewise.json' with { type: 'json' }
import type { BoundaryKind, SpendingFamily } from '../../src/sequential/boundary-family.ts'
import { boundaryFamily, boundsOf } from '../../src/sequential/boundary-family.ts'
import { designCharacteristics } from '../../src/sequential/design-characteristics.ts'
import { exitProbabilitiesAt } from '../../src/sequential/exit-probabilities-at.ts'
import type { GroupSequentialDesign } from '../../src/sequential/group-sequential-design.ts'
import { groupSequentialDesign } from '../../src/sequential/group-sequential-design.ts'
import { stagewiseInference } from '../../src/sequential/stagewise-inference.ts'
import { answered } from '../answered.ts'
import type { OracleCase, OracleSuite } from '../oracle-suite.ts'
import { relativeError } from '../relative-error.ts'

type PeerRow = (typeof designs.peer)[number]
type OracleDesign = PeerRow | (typeof designs.designs)[number]

/** Probabilities below this are compared by their distance, as a share of it. */
const ABSOLUTE_BELOW = 1e-4
const RPACT_TOLERANCE = 1e-6

/** Rows of rpact that an independent integration contradicts by more than 1e-6: those are rpact's own errors. */
export function rpactDisagrees(rpact: number, exact: number): boolean {
  return relativeError(rpact, exact) > RPACT_TOLERANCE
}

export const sequentialSuites: readonly OracleSuite[] = [
  {
    name: 'groupSequentialDesign',
    source: 'Clenshaw-Curtis integration (group-sequential-design.json)',
    tolerance: 1e-10,
    cases: () => [...designs.peer, ...designs.designs].flatMap(oracle => designCases(oracle, designOf(oracle))),
  },
  {
    name: 'designCharacteristics',
    source: 'Clenshaw-Curtis integration (group-sequential-design.json)',
    tolerance: 1e-9,
    cases: () => designs.designs.flatMap(oracle => characteristicsCases(oracle, designOf(oracle))),
  },
  {
    name: 'groupSequentialDesign',
    source: 'rpact 3.3.4, rows that the integration confirms (group-sequential-rpact.json)',
    published: true,
    tolerance: 1.05e-6,
    cases: () => designs.peer.flatMap(row => peerCases(row, designOf(row))),
  },
  {
    name: 'boundsOf',
    source: 'two looks by mpmath, alpha down to 1e-200 (group-sequential-tails.json)',
    tolerance: 1e-11,
    cases: () => tails.cases.flatMap(tailCases),
  },
  {
    name: 'stagewiseInference',
    source: 'Clenshaw-Curtis integration, SciPy brentq (stagewise.json)',
    tolerance: 1e-10,
    cases: () => stagewise.cases.flatMap(stagewiseCases),
  },
  {
    name: 'exitProbabilitiesAt',
    source: 'Clenshaw-Curtis integration (exit-probabilities.json)',
    tolerance: 1e-9,
    cases: () => exits.cases.flatMap(exitCases),
  },
]

function designOf(oracle: OracleDesign): GroupSequentialDesign {
  const { times, alpha, power, futility } = oracle
  return groupSequentialDesign({
    times,
    alpha,
    power,
    sides: oracle.sides === 1 ? 1 : 2,
    family: boundaryFamily(oracle.kind as BoundaryKind, oracle.parameter),
    futility: futility && {
      family: boundaryFamily(futility.kind as SpendingFamily['kind'], futility.parameter) as SpendingFamily,
      beta: futility.beta,
    },
  })
}

function nameOf({ kind, parameter, times, alpha, sides }: OracleDesign): string {
  return `${kind} ${parameter ?? ''} ${times.length} looks, alpha ${alpha}, ${sides} sides`
}

function designCases(oracle: OracleDesign, design: GroupSequentialDesign): OracleCase[] {
  const name = nameOf(oracle)
  return [
    ...valueCases(`${name}: z`, design.z, oracle.z),
    ...valueCases(`${name}: spent`, design.spent, oracle.spent),
    ...valueCases(`${name}: futility`, design.futility ?? [], oracle.futilityZ ?? []),
    { label: `${name}: inflation`, actual: design.inflation, expected: oracle.inflation },
  ]
}

function characteristicsCases(oracle: OracleDesign, design: GroupSequentialDesign): OracleCase[] {
  return oracle.at.flatMap(at => {
    const name = `${nameOf(oracle)} at ${at.drift}`
    const ours = designCharacteristics(design, at.drift)
    return [
      ...probabilityCases(`${name}: upper`, ours.upper, at.upper),
      ...probabilityCases(`${name}: lower`, ours.lower, at.lower),
      ...probabilityCases(`${name}: futile`, ours.futile, at.futile),
      { label: `${name}: information`, actual: ours.expectedInformation, expected: at.expected },
    ]
  })
}

function peerCases(row: PeerRow, design: GroupSequentialDesign): OracleCase[] {
  const { rpact, at } = row
  const confirmed = (label: string, ours: number, theirs: number | null, exact: number | null): OracleCase[] =>
    theirs === null || exact === null || rpactDisagrees(theirs, exact)
      ? []
      : [{ label: `${nameOf(row)}: ${label}`, actual: ours, expected: theirs }]
  return [
    ...design.z.flatMap((z, i) => confirmed(`z ${i + 1}`, z, rpact.z[i] ?? null, row.z[i] ?? null)),
    ...design.spent.flatMap((p, i) => confirmed(`spent ${i + 1}`, p, rpact.spent[i] ?? null, row.spent[i] ?? null)),
    ...confirmed('inflation', design.inflation, rpact.inflation, row.inflation),
    ...confirmed(
      'size under no effect',
      design.inflation * design.underNull.expectedInformation,
      rpact.expectedUnderNull,
      row.inflation * at[0]!.expected,
    ),
    ...confirmed(
      'size under the effect',
      design.inflation * design.underEffect.expectedInformation,
      rpact.expectedUnderEffect,
      row.inflation * at[1]!.expected,
    ),
  ]
}

function tailCases(oracle: (typeof tails.cases)[number]): OracleCase[] {
  const { z } = boundsOf({ ...oracle, sides: 1, family: { kind: 'kim_demets', rho: oracle.parameter } })
  return valueCases(`alpha ${oracle.alpha} at ${oracle.times[0]}`, z, oracle.z)
}

function stagewiseCases(oracle: (typeof stagewise.cases)[number]): OracleCase[] {
  const name = `look ${oracle.times.length}, z ${oracle.z}, alpha ${oracle.alpha}`
  const ours = answered(stagewiseInference({ ...oracle, ...openBounds(oracle) }))
  return [
    { label: `${name}: p`, actual: ours.pValue, expected: oracle.pValue },
    { label: `${name}: upper p`, actual: ours.upperPValue, expected: oracle.upperPValue },
    { label: `${name}: estimate`, actual: ours.estimate, expected: oracle.estimate },
    { label: `${name}: lower`, actual: ours.lower, expected: oracle.lowerLimit },
    { label: `${name}: upper`, actual: ours.upper, expected: oracle.upperLimit },
  ]
}

function exitCases(oracle: (typeof exits.cases)[number]): OracleCase[] {
  const ours = exitProbabilitiesAt({ ...oracle, ...openBounds(oracle) })
  const name = `${oracle.name} at ${oracle.drift}`
  return [
    ...probabilityCases(`${name}: lower`, ours.lower, oracle.exitsLower),
    ...probabilityCases(`${name}: upper`, ours.upper, oracle.exitsUpper),
    ...probabilityCases(`${name}: inside`, [ours.inside], [oracle.inside]),
  ]
}

function openBounds({ lower, upper }: { lower: readonly (number | null)[]; upper: readonly (number | null)[] }) {
  return {
    lower: lower.map(bound => bound ?? Number.NEGATIVE_INFINITY),
    upper: upper.map(bound => bound ?? Number.POSITIVE_INFINITY),
  }
}

function valueCases(name: string, actual: readonly number[], expected: readonly (number | null)[]): OracleCase[] {
  return expected.map((value, i) => ({
    label: `${name} ${i + 1}`,
    actual: actual[i] ?? Number.NaN,
    expected: value ?? Number.POSITIVE_INFINITY,
  }))
}

/** Small probabilities within an absolute 1e-9 of 1e-4: both integrations drop what lies beyond their reach. */
function probabilityCases(name: string, actual: readonly number[], expected: readonly number[]): OracleCase[] {
  return expected.map((value, i) => ({
    label: `${name} ${i + 1}`,
    actual: actual[i]! + Math.max(0, ABSOLUTE_BELOW - value),
    expected: Math.max(value, ABSOLUTE_BELOW),
  }))
}
