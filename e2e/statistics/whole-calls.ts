import type { NamedCalls } from './answers.ts'

const CONTROL = { successes: 41, n: 400 }
const TREATMENT = { successes: 68, n: 410 }
const STOPPED = { times: [0.5, 1], lower: [-2.8, -1.98], upper: [2.8, 1.98], z: 2.1, alpha: 0.05 }

/** One question to each family of the statistics, with fixed input. */
export function wholeCalls(stats: typeof import('@verdict/stats')): NamedCalls {
  return { ...distributionCalls(stats), ...rateCalls(stats), ...valueCalls(stats), ...laterCalls(stats) }
}

function distributionCalls(stats: typeof import('@verdict/stats')): NamedCalls {
  return {
    normalLogSurvival: () => [-3, 0, 1.3, 9, 40].map(stats.normalLogSurvival),
    normalUpperQuantile: () => [0.9, 0.3, 0.025, 1e-20, 1e-300].map(stats.normalUpperQuantile),
    studentSurvival: () => [0.1, 2.1, 30].map(t => stats.studentSurvival(t, 7.5)),
    noncentralStudentCdf: () => stats.noncentralStudentCdf(1.2, 9, 0.7),
    betaQuantile: () => [1e-9, 0.3, 0.999].map(p => stats.betaQuantile(p, 2.5, 7)),
    gammaSurvival: () => [0.2, 4, 90].map(x => stats.gammaSurvival(x, 3.3)),
    fSurvival: () => stats.fSurvival(3.1, 4, 17),
    binomialLogCdf: () => stats.binomialLogCdf(3, 400, 0.05),
    hypergeometricSurvival: () => stats.hypergeometricSurvival(30, 109, 810, 410),
    poissonQuantile: () => stats.poissonQuantile(0.975, 33.3),
    logGamma: () => [0.1, 2.5, 171.3].map(stats.logGamma),
  }
}

function rateCalls(stats: typeof import('@verdict/stats')): NamedCalls {
  return {
    pooledZTest: () => stats.pooledZTest(CONTROL, TREATMENT, 0.05),
    fisherTest: () => stats.fisherTest(CONTROL, TREATMENT, 0.05),
    barnardTest: () => stats.barnardTest({ successes: 7, n: 40 }, { successes: 16, n: 45 }, 0.05),
    boschlooTest: () => stats.boschlooTest({ successes: 7, n: 40 }, { successes: 16, n: 45 }, 0.05),
    riskRatioKoopman: () => stats.riskRatioKoopman(CONTROL, TREATMENT, { alpha: 0.05 }),
    mcnemarTest: () => stats.mcnemarTest({ pairs: 300, gained: 31, lost: 14 }, 0.05),
    gTest: () =>
      stats.gTest([
        [31, 50, 12],
        [44, 38, 20],
      ]),
    poissonRateTest: () => stats.poissonRateTest({ events: 90, exposure: 400 }, { events: 131, exposure: 410 }, 0.05),
    compareBetaPosteriors: () => stats.compareBetaPosteriors({ a: 42, b: 360 }, { a: 69, b: 343 }, { alpha: 0.05 }),
  }
}

function valueCalls(stats: typeof import('@verdict/stats')): NamedCalls {
  const [control, treatment] = [values(151, 0), values(149, 0.4)]
  const options = { alpha: 0.05, draws: 500, random: generator(7) }
  return {
    welchTest: () => stats.welchTest(stats.momentsOf(control), stats.momentsOf(treatment), 0.05),
    trimmedTest: () => stats.trimmedTest(control, treatment, { trim: 0.1, alpha: 0.05 }),
    mannWhitneyTest: () => stats.mannWhitneyTest(control, treatment, 0.05),
    wilcoxonTest: () => stats.wilcoxonTest(control.slice(0, 60), treatment.slice(0, 60), 0.05),
    kruskalWallisTest: () => stats.kruskalWallisTest([control, treatment, values(80, 0.1)]),
    bootstrapTest: () => stats.bootstrapTest(control, treatment, { ...options, interval: 'bca' }),
    quantileEffect: () => stats.quantileEffect(control, treatment, { ...options, random: generator(8), share: 0.9 }),
  }
}

function laterCalls(stats: typeof import('@verdict/stats')): NamedCalls {
  const [control, treatment] = [arm(80, 5), arm(85, 7)]
  const bandit = { rates: [0.1, 0.14, 0.12], horizon: 300, simulations: 5, random: generator(9) }
  return {
    logRankTest: () => stats.logRankTest([control, treatment, arm(60, 6)]),
    hazardRatioTest: () => stats.hazardRatioTest(control, treatment, 0.05),
    kaplanMeier: () => stats.kaplanMeier(control, 0.05),
    mixtureSprt: () => stats.mixtureSprt({ effect: 0.3, variance: 0.01, mixtureVariance: 0.04, alpha: 0.05 }),
    spendingBounds: () =>
      stats.spendingBounds({ times: [0.3, 0.6, 1], alpha: 0.05, sides: 2, spending: { kind: 'pocock' } }),
    stagewiseInference: () => stats.stagewiseInference(STOPPED),
    simulateBandit: () => stats.simulateBandit(bandit),
  }
}

/** Uneven values with ties, from whole numbers only. */
function values(count: number, shift: number): number[] {
  return Array.from({ length: count }, (_, i) => ((((i + 3) * 7919) % 997) / 100) ** 2 / 10 + shift)
}

function arm(count: number, scale: number) {
  const place = (i: number) => (i * 613) % 101
  return {
    durations: Array.from({ length: count }, (_, i) => (1 + place(i)) / scale),
    events: Array.from({ length: count }, (_, i) => place(i + 5) % 4 > 0),
  }
}

/** Words of a linear congruential generator (Knuth's multiplier), upper bits folded in. */
function generator(seed: number) {
  let state = seed
  return {
    next() {
      state = (Math.imul(state, 1664525) + 1013904223) | 0
      return state ^ (state >>> 15)
    },
  }
}
