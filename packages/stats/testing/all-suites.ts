import type { OracleSuite } from './oracle-suite.ts'
import { alwaysValidSuites } from './suites/always-valid-suites.ts'
import { bayesSuites } from './suites/bayes-suites.ts'
import { countSuites } from './suites/count-suites.ts'
import { distributionSuites } from './suites/distribution-suites.ts'
import { extremeSuites } from './suites/extreme-suites.ts'
import { growthbookPowerSuites } from './suites/growthbook-power-suites.ts'
import { lookSuites } from './suites/look-suites.ts'
import { meanSuites } from './suites/mean-suites.ts'
import { multiArmSuites } from './suites/multi-arm-suites.ts'
import { peerSuites } from './suites/peer-suites.ts'
import { proportionSuites } from './suites/proportion-suites.ts'
import { rankSuites } from './suites/rank-suites.ts'
import { resamplingSuites } from './suites/resampling-suites.ts'
import { sequentialSuites } from './suites/sequential-suites.ts'
import { sizeSuites } from './suites/size-suites.ts'
import { survivalSuites } from './suites/survival-suites.ts'
import { tableSuites } from './suites/table-suites.ts'

/** Every function that is held to an oracle, by family; the page docs/statistics/accuracy.md prints them. */
export const allSuites: Readonly<Record<string, readonly OracleSuite[]>> = {
  distributions: distributionSuites,
  means: meanSuites,
  proportions: proportionSuites,
  'counts and ratios': countSuites,
  ranks: rankSuites,
  'tables and multiplicity': tableSuites,
  survival: survivalSuites,
  resampling: resamplingSuites,
  bayes: bayesSuites,
  looks: lookSuites,
  'group-sequential tests': sequentialSuites,
  'reading at any moment': alwaysValidSuites,
  'several arms': multiArmSuites,
  "planning as GrowthBook's": growthbookPowerSuites,
  'unequal spreads and many groups': extremeSuites,
  sizes: sizeSuites,
  "peers' variants": peerSuites,
}
