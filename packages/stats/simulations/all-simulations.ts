import { simulate as alphaSpending } from './alpha-spending.sim.ts'
import { simulate as ancova } from './ancova.sim.ts'
import { simulate as bandit } from './bandit.sim.ts'
import { simulate as bootstrap } from './bootstrap.sim.ts'
import { simulate as clusterRobust } from './cluster-robust.sim.ts'
import { simulate as cochranMantelHaenszel } from './cochran-mantel-haenszel.sim.ts'
import { simulate as confidenceSequence } from './confidence-sequence.sim.ts'
import { simulate as contingency } from './contingency.sim.ts'
import { simulate as detectableEffect } from './detectable-effect.sim.ts'
import { simulate as equivalence } from './equivalence.sim.ts'
import { simulate as exactProportions } from './exact-proportions.sim.ts'
import { simulate as groupSequential } from './group-sequential.sim.ts'
import { simulate as heterogeneity } from './heterogeneity.sim.ts'
import { simulate as kruskalWallis } from './kruskal-wallis.sim.ts'
import { simulate as mannWhitney } from './mann-whitney.sim.ts'
import { simulate as mcnemar } from './mcnemar.sim.ts'
import { simulate as mixtureSprt } from './mixture-sprt.sim.ts'
import { simulate as multiArm } from './multi-arm.sim.ts'
import { simulate as multiplicity } from './multiplicity.sim.ts'
import { simulate as obrienFleming } from './obrien-fleming.sim.ts'
import { simulate as overdispersedRate } from './overdispersed-rate.sim.ts'
import { simulate as pairedT } from './paired-t.sim.ts'
import { simulate as poissonRate } from './poisson-rate.sim.ts'
import { simulate as pooledZ } from './pooled-z.sim.ts'
import { simulate as postStratification } from './post-stratification.sim.ts'
import { simulate as posteriorComparison } from './posterior-comparison.sim.ts'
import { simulate as proportionalHazards } from './proportional-hazards.sim.ts'
import { simulate as ratioMetric } from './ratio-metric.sim.ts'
import { simulate as ratiosOfRates } from './ratios-of-rates.sim.ts'
import { simulate as relativeLift } from './relative-lift.sim.ts'
import { simulate as sampleSize } from './sample-size.sim.ts'
import { simulate as sampleSizeByTest } from './sample-size-by-test.sim.ts'
import { simulate as sequentialSrm } from './sequential-srm.sim.ts'
import type { Simulation } from './simulation.ts'
import { simulate as srm } from './srm.sim.ts'
import { simulate as stagewise } from './stagewise.sim.ts'
import { simulate as studentPower } from './student-power.sim.ts'
import { simulate as survival } from './survival.sim.ts'
import { simulate as trimmedT } from './trimmed-t.sim.ts'
import { simulate as welch } from './welch.sim.ts'
import { simulate as welchAnova } from './welch-anova.sim.ts'
import { simulate as wilcoxonSignedRank } from './wilcoxon-signed-rank.sim.ts'
import { simulate as wilson } from './wilson.sim.ts'
import { simulate as winsorized } from './winsorized.sim.ts'

/** Every simulation, by the name of its method's page in docs/statistics. */
export const allSimulations: Readonly<Record<string, Simulation>> = {
  'pooled-z': pooledZ,
  wilson,
  welch,
  'ancova-cuped': ancova,
  'post-stratification': postStratification,
  srm,
  'mixture-sprt': mixtureSprt,
  'obrien-fleming': obrienFleming,
  'sample-size': sampleSize,
  'exact-proportions': exactProportions,
  'poisson-rate': poissonRate,
  contingency,
  mcnemar,
  equivalence,
  'trimmed-t': trimmedT,
  'paired-t': pairedT,
  'mann-whitney': mannWhitney,
  'wilcoxon-signed-rank': wilcoxonSignedRank,
  'welch-anova': welchAnova,
  'kruskal-wallis': kruskalWallis,
  heterogeneity,
  'ratio-metric': ratioMetric,
  multiplicity,
  bootstrap,
  survival,
  'student-power': studentPower,
  'posterior-comparison': posteriorComparison,
  'proportional-hazards': proportionalHazards,
  'cochran-mantel-haenszel': cochranMantelHaenszel,
  'cluster-robust': clusterRobust,
  'relative-lift': relativeLift,
  winsorized,
  'ratios-of-rates': ratiosOfRates,
  'overdispersed-rate': overdispersedRate,
  'sample-size-by-test': sampleSizeByTest,
  'alpha-spending': alphaSpending,
  'group-sequential': groupSequential,
  stagewise,
  'confidence-sequence': confidenceSequence,
  'sequential-srm': sequentialSrm,
  'multi-arm-planning': multiArm,
  'detectable-effect': detectableEffect,
  bandit,
}
