import type { NamedCalls } from './answers.ts'

const RATES = { baseline: 0.042, treatment: 0.0462, alpha: 0.05 }
const FEW = { baseline: 0.1, treatment: 0.35, alpha: 0.05 }
const MEANS = { sigma: 12, delta: 1.5, alpha: 0.05 }
const EVENTS = { rate: 0.8, rateRatio: 1.2, alpha: 0.05 }
const SAME = { sigma: 3, margin: 0.5, alpha: 0.05 }
const TWO_ARMS = { controlN: 900, treatmentN: 1100 }
const LOOKS = { times: [0.2, 0.45, 0.7, 1], alpha: 0.05, sides: 2 } as const
const SPENDING = { kind: 'lan_demets_obrien_fleming' } as const
const SEVERAL = { shift: 0.1, alpha: 0.05, adjustment: 'dunnett', others: 'at_null' } as const
const P_VALUES = [0.001, 0.2, 0.013, 0.04, 0.0351]

/** A planner's questions with fixed input, to be put to the functions of a bundle. */
export function planningCalls(stats: typeof import('./planning-bundle.ts')): NamedCalls {
  const bounds = stats.boundsOf({ ...LOOKS, family: stats.boundaryFamily('pocock', null) })
  const powerAt = (controlN: number, treatmentN: number) =>
    stats.powerTwoProportions({ ...RATES, controlN, treatmentN })
  const powerOf = (effect: number) => stats.powerTwoMeans({ ...MEANS, ...TWO_ARMS, delta: effect })
  return {
    sizeTwoProportions: () => stats.sizeTwoProportions({ ...RATES, power: 0.8 }),
    powerTwoProportions: () => stats.powerTwoProportions({ ...RATES, ...TWO_ARMS }),
    sizeTwoMeans: () => stats.sizeTwoMeans({ ...MEANS, power: 0.9 }),
    powerTwoMeans: () => stats.powerTwoMeans({ ...MEANS, ...TWO_ARMS }),
    sizeFisher: () => stats.sizeFisher({ ...FEW, power: 0.8 }),
    powerFisher: () => stats.powerFisher({ ...FEW, controlN: 40, treatmentN: 45 }),
    sizeMannWhitney: () => stats.sizeMannWhitney({ ...MEANS, power: 0.8 }),
    powerMannWhitney: () => stats.powerMannWhitney({ ...MEANS, ...TWO_ARMS }),
    sizeEquivalence: () => stats.sizeEquivalence({ ...SAME, power: 0.8 }),
    powerEquivalence: () => stats.powerEquivalence({ ...SAME, ...TWO_ARMS }),
    sizePoissonRate: () => stats.sizePoissonRate({ ...EVENTS, power: 0.8, exposurePerPerson: 2 }),
    powerPoissonRate: () => stats.powerPoissonRate({ ...EVENTS, controlExposure: 700, treatmentExposure: 650 }),
    powerOneSampleT: () => stats.powerOneSampleT({ delta: 1, sigma: 2, alpha: 0.05, sides: 2, n: 20 }),
    powerTwoSampleT: () => stats.powerTwoSampleT({ ...MEANS, sides: 1, ...TWO_ARMS }),
    sizeBinaryPrecision: () => stats.sizeBinaryPrecision({ baseline: 0.042, precision: 0.004, credibility: 0.95 }),
    sizeMeanPrecision: () => stats.sizeMeanPrecision({ sigma: 12, precision: 0.7, credibility: 0.9 }),
    sizeForSplit: () => stats.sizeForSplit({ split: [50, 30, 20], powerAt, power: 0.8, startTotal: 1000 }),
    sizeForComparisons: () => stats.sizeForComparisons({ ...SEVERAL, split: [2, 1, 1], power: 0.8 }),
    comparisonPower: () => stats.comparisonPower({ ...SEVERAL, adjustment: 'holm' }, [900, 800, 700], 1),
    dunnettCritical: () => stats.dunnettCritical([900, 800, 700], 0.05),
    detectableEffect: () => stats.detectableEffect({ powerAt: powerOf, power: 0.8, largest: Number.POSITIVE_INFINITY }),
    groupSequentialDesign: () =>
      stats.groupSequentialDesign({ ...LOOKS, family: SPENDING, power: 0.8, futility: null }),
    groupSequentialDesignWithFutility: () =>
      stats.groupSequentialDesign({
        ...LOOKS,
        sides: 1,
        family: SPENDING,
        power: 0.8,
        futility: { family: SPENDING, beta: 0.2 },
      }),
    boundsOf: () => bounds,
    sequentialInflation: () => stats.sequentialInflation({ ...LOOKS, power: 0.8 }, bounds),
    designCharacteristics: () => stats.designCharacteristics({ ...LOOKS, ...bounds, futility: null }, 2.5),
    sampleRatioTest: () => stats.sampleRatioTest([1000, 1180], [50, 50]),
    adjustPValues: () => stats.adjustPValues(P_VALUES, 'benjamini_yekutieli'),
    hommelAdjustedPValues: () => stats.hommelAdjustedPValues(P_VALUES),
  }
}
