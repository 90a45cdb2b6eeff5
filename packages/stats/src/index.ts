export type { BanditResult, BanditRun, RegretPoint } from './bandit/bandit-run.ts'
export { banditResult, mergeBanditRuns } from './bandit/bandit-run.ts'
export type { BanditInput } from './bandit/simulate-bandit.ts'
export { simulateBandit } from './bandit/simulate-bandit.ts'
export { betaPosterior, probabilityBetaGreater } from './bayes/beta-binomial.ts'
export { compareBetaPosteriors, compareGammaPosteriors } from './bayes/compare-posteriors.ts'
export { gammaPosterior } from './bayes/gamma-poisson.ts'
export { growthbookLiftPosterior } from './bayes/growthbook-lift.ts'
export type { NormalPosterior } from './bayes/normal.ts'
export { normalPosterior, probabilityNormalGreater } from './bayes/normal.ts'
export { compareNormalPosteriors } from './bayes/normal-comparison.ts'
export type { ComparisonOptions, EffectScale, PosteriorComparison } from './bayes/posterior-comparison.ts'
export type { GammaParameters } from './bayes/posterior-kinds.ts'
export type { LiftArm, LiftInput } from './bayes/simulate-lift.ts'
export { simulateLift } from './bayes/simulate-lift.ts'
export type { OverdispersedRateTest, RateError } from './counts/overdispersed-rate.ts'
export { overdispersedRateTest } from './counts/overdispersed-rate.ts'
export type { EventCount, PoissonRateTest } from './counts/poisson-rate.ts'
export { poissonRateTest } from './counts/poisson-rate.ts'
export type { CrossMoments } from './cross-moments.ts'
export { crossMomentsOf, mergeCrossMoments, unmergeCrossMoments } from './cross-moments.ts'
export {
  betaCdf,
  betaLogCdf,
  betaLogSurvival,
  betaQuantile,
  betaSurvival,
  betaUpperQuantile,
} from './distributions/beta.ts'
export {
  betaBinomialCdf,
  betaBinomialLogCdf,
  betaBinomialLogProbability,
  betaBinomialLogSurvival,
  betaBinomialQuantile,
  betaBinomialSurvival,
  betaBinomialUpperQuantile,
} from './distributions/beta-binomial.ts'
export type { BetaParameters } from './distributions/beta-exceedance.ts'
export { betaExceedance } from './distributions/beta-exceedance.ts'
export {
  binomialCdf,
  binomialLogCdf,
  binomialLogProbability,
  binomialLogSurvival,
  binomialQuantile,
  binomialSurvival,
  binomialUpperQuantile,
} from './distributions/binomial.ts'
export {
  chiSquareCdf,
  chiSquareLogSurvival,
  chiSquareQuantile,
  chiSquareSurvival,
  chiSquareUpperQuantile,
} from './distributions/chi-square.ts'
export { fCdf, fLogCdf, fLogSurvival, fQuantile, fSurvival, fUpperQuantile } from './distributions/f.ts'
export {
  gammaCdf,
  gammaLogCdf,
  gammaLogSurvival,
  gammaQuantile,
  gammaSurvival,
  gammaUpperQuantile,
} from './distributions/gamma.ts'
export {
  hypergeometricCdf,
  hypergeometricLogCdf,
  hypergeometricLogSurvival,
  hypergeometricQuantile,
  hypergeometricSurvival,
  hypergeometricUpperQuantile,
} from './distributions/hypergeometric.ts'
export {
  noncentralStudentCdf,
  noncentralStudentLogCdf,
  noncentralStudentLogSurvival,
  noncentralStudentQuantile,
  noncentralStudentSurvival,
  noncentralStudentUpperQuantile,
} from './distributions/noncentral-student-t.ts'
export {
  normalCdf,
  normalDensity,
  normalLogCdf,
  normalLogSurvival,
  normalQuantile,
  normalSurvival,
  normalUpperQuantile,
} from './distributions/normal.ts'
export {
  poissonCdf,
  poissonLogCdf,
  poissonLogProbability,
  poissonLogSurvival,
  poissonQuantile,
  poissonSurvival,
  poissonUpperQuantile,
} from './distributions/poisson.ts'
export {
  studentCdf,
  studentLogSurvival,
  studentQuantile,
  studentSurvival,
  studentUpperQuantile,
} from './distributions/student-t.ts'
export { dunnettCritical, dunnettPValue } from './dunnett.ts'
export type { EffectTest, Interval } from './effect-test.ts'
export { effectTest } from './effect-test.ts'
export { hommelAdjustedPValues } from './hommel.ts'
export type { Inference, NoAnswerReason } from './inference.ts'
export { answer, noAnswer } from './inference.ts'
export type { AncovaFit } from './means/ancova.ts'
export { ancovaContrast, fitAncova } from './means/ancova.ts'
export { clusterRobustTest } from './means/cluster-robust.ts'
export type { EquivalenceTest } from './means/equivalence.ts'
export { equivalenceTest } from './means/equivalence.ts'
export type { EffectEstimate, HeterogeneityTest } from './means/heterogeneity.ts'
export { heterogeneityTest } from './means/heterogeneity.ts'
export type { PairedTest } from './means/paired.ts'
export { pairedTest } from './means/paired.ts'
export type { PostStratifiedTest, Stratum, StratumKind } from './means/post-stratification.ts'
export { postStratifiedTest } from './means/post-stratification.ts'
export type { FiellerLift } from './means/relative-lift.ts'
export { relativeLiftDelta, relativeLiftFieller, relativeLiftOneSided } from './means/relative-lift.ts'
export type { StudentDesign } from './means/student-power.ts'
export { powerOneSampleT, powerTwoSampleT } from './means/student-power.ts'
export { trimmedTest } from './means/trimmed.ts'
export { postStratifiedTestWithWeightVariance } from './means/weighted-post-stratification.ts'
export type { VarianceMean } from './means/welch.ts'
export { welchFromVariances, welchTest } from './means/welch.ts'
export type { WelchAnova } from './means/welch-anova.ts'
export { welchAnova } from './means/welch-anova.ts'
export { welchOneSidedTest } from './means/welch-one-sided.ts'
export type { CappedTest, WinsorizeOptions } from './means/winsorized.ts'
export { cappedTest, winsorizedTest } from './means/winsorized.ts'
export type { Moments } from './moments.ts'
export { EMPTY_MOMENTS, mergeMoments, momentsOf, sampleVariance } from './moments.ts'
export type { MultiplicityMethod } from './multiplicity.ts'
export { adjustPValues } from './multiplicity.ts'
export type { Alternative, OneSidedTest } from './one-sided-test.ts'
export type { ArmAdjustment, ComparisonDesign } from './planning/comparison-power.ts'
export { comparisonPower, sizeForComparisons } from './planning/comparison-power.ts'
export type { DetectableEffectQuestion } from './planning/detectable-effect.ts'
export { detectableEffect } from './planning/detectable-effect.ts'
export type { EquivalenceDesign } from './planning/equivalence-size.ts'
export { powerEquivalence, sizeEquivalence } from './planning/equivalence-size.ts'
export { powerFisher, sizeFisher } from './planning/fisher-power.ts'
export { powerMannWhitney, sizeMannWhitney } from './planning/mann-whitney-size.ts'
export type { RateDesign, RateSize } from './planning/poisson-rate-size.ts'
export { powerPoissonRate, sizePoissonRate } from './planning/poisson-rate-size.ts'
export { sizeBinaryPrecision, sizeMeanPrecision } from './planning/precision.ts'
export type { SplitDesign, SplitSizes } from './planning/size-for-split.ts'
export { sizeForSplit } from './planning/size-for-split.ts'
export type { TwoMeans } from './planning/two-means.ts'
export { powerTwoMeans, sizeTwoMeans } from './planning/two-means.ts'
export type { TwoProportions } from './planning/two-proportions.ts'
export { powerTwoProportions, sizeTwoProportions } from './planning/two-proportions.ts'
export { barnardTest } from './proportions/barnard.ts'
export { boschlooTest } from './proportions/boschloo.ts'
export type { ExactProportionTest } from './proportions/fisher.ts'
export { fisherTest } from './proportions/fisher.ts'
export { newcombeInterval } from './proportions/newcombe.ts'
export type { OddsRatio } from './proportions/odds-ratio.ts'
export { oddsRatioMidP, oddsRatioWoolf } from './proportions/odds-ratio-test.ts'
export type { OneSidedOptions, OneSidedP } from './proportions/one-sided-proportions.ts'
export { fisherOneSidedTest, pooledZOneSidedTest } from './proportions/one-sided-proportions.ts'
export { pooledZTest } from './proportions/pooled-z.ts'
export type { Proportion } from './proportions/proportion.ts'
export type { RatioOfRates, RatioOptions } from './proportions/ratio-of-rates.ts'
export { riskRatioKatz, riskRatioKoopman } from './proportions/risk-ratio.ts'
export { wilsonInterval } from './proportions/wilson.ts'
export type { RandomGenerator } from './random.ts'
export type { Histogram } from './ranks/histogram.ts'
export type { KruskalWallisTest } from './ranks/kruskal-wallis.ts'
export { kruskalWallisTest } from './ranks/kruskal-wallis.ts'
export type { MannWhitneyTest } from './ranks/mann-whitney.ts'
export { mannWhitneyOfHistograms, mannWhitneyTest } from './ranks/mann-whitney.ts'
export type { WilcoxonTest } from './ranks/wilcoxon.ts'
export { wilcoxonTest } from './ranks/wilcoxon.ts'
export type { Quotient, QuotientInterval } from './ratios/fieller.ts'
export { fiellerInterval } from './ratios/fieller.ts'
export type { RatioParts } from './ratios/linearized-ratio.ts'
export { linearizedRatio } from './ratios/linearized-ratio.ts'
export type { RatioEstimate } from './ratios/ratio-test.ts'
export { ratioEstimate, ratioTest } from './ratios/ratio-test.ts'
export type { BootstrapTest } from './resampling/bootstrap.ts'
export { bootstrapTest } from './resampling/bootstrap.ts'
export { sampleQuantile } from './resampling/quantile.ts'
export type { QuantileEffect } from './resampling/quantile-effect.ts'
export { quantileEffect } from './resampling/quantile-effect.ts'
export type { QuantileType } from './resampling/quantile-of-type.ts'
export { quantileOfType } from './resampling/quantile-of-type.ts'
export type { ResamplingOptions } from './resampling/resampling-options.ts'
export type { BoundaryFamily, BoundaryKind, SpendingFamily } from './sequential/boundary-family.ts'
export { boundaryFamily, boundsOf, spendingOf } from './sequential/boundary-family.ts'
export type { ConfidenceSequence, ConfidenceSequenceInput } from './sequential/confidence-sequence.ts'
export { confidenceSequence } from './sequential/confidence-sequence.ts'
export type { DecisionCharacteristics, DecisionRead } from './sequential/decision-characteristics.ts'
export { decisionCharacteristics } from './sequential/decision-characteristics.ts'
export type { DesignBounds, DesignCharacteristics } from './sequential/design-characteristics.ts'
export { designCharacteristics } from './sequential/design-characteristics.ts'
export type { Corridor, CorridorExits } from './sequential/exit-probabilities-at.ts'
export { exitProbabilitiesAt } from './sequential/exit-probabilities-at.ts'
export type { Futility } from './sequential/futility-bounds.ts'
export type { GroupSequentialDesign, GroupSequentialInput } from './sequential/group-sequential-design.ts'
export { groupSequentialDesign } from './sequential/group-sequential-design.ts'
export type { LookDesign, SequentialBounds } from './sequential/look-design.ts'
export type { MixtureSprt, MixtureSprtInput } from './sequential/mixture-sprt.ts'
export { mixtureSprt } from './sequential/mixture-sprt.ts'
export type { NextLook } from './sequential/next-bound.ts'
export { nextBound } from './sequential/next-bound.ts'
export type { ObrienFlemingBounds } from './sequential/obrien-fleming.ts'
export { obrienFlemingBounds, obrienFlemingInflation } from './sequential/obrien-fleming.ts'
export { sequentialInflation } from './sequential/sequential-inflation.ts'
export type { SequentialSampleRatioTest } from './sequential/sequential-srm.ts'
export { mixedSampleRatioTest, SRM_CONCENTRATION, sequentialSampleRatioTest } from './sequential/sequential-srm.ts'
export { spendingBounds } from './sequential/spending-bounds.ts'
export type { SpendingFunction } from './sequential/spending-function.ts'
export { alphaSpent } from './sequential/spending-function.ts'
export type { StagewiseInference, StoppedTest } from './sequential/stagewise-inference.ts'
export { stagewiseInference } from './sequential/stagewise-inference.ts'
export { crossings, pocockBounds, wangTsiatisBounds } from './sequential/wang-tsiatis.ts'
export { logBeta } from './special/log-beta.ts'
export { logGamma } from './special/log-gamma.ts'
export { regularizedBeta } from './special/regularized-beta.ts'
export { regularizedGamma } from './special/regularized-gamma.ts'
export type { Tails } from './special/tails.ts'
export type { SampleRatioTest } from './srm.ts'
export { sampleRatioTest } from './srm.ts'
export type { CoxFit, HazardRatioTest } from './survival/cox.ts'
export { fitCox, hazardRatioTest } from './survival/cox.ts'
export type { SurvivalCurve, SurvivalStep } from './survival/kaplan-meier.ts'
export { kaplanMeier } from './survival/kaplan-meier.ts'
export type { FlemingHarrington, LogRankTest } from './survival/log-rank.ts'
export { logRankTest } from './survival/log-rank.ts'
export type { HazardTime, ProportionalHazardsTest, ProportionalityTest } from './survival/proportional-hazards.ts'
export { proportionalHazardsTest } from './survival/proportional-hazards.ts'
export type { RestrictedMean } from './survival/restricted-mean.ts'
export { restrictedMean, restrictedMeanTest } from './survival/restricted-mean.ts'
export type { SurvivalArm } from './survival/survival-arm.ts'
export type { CochranMantelHaenszelTest, RateStratum } from './tables/cochran-mantel-haenszel.ts'
export { cochranMantelHaenszelTest } from './tables/cochran-mantel-haenszel.ts'
export type { ContingencyTest } from './tables/contingency.ts'
export { chiSquareTest, gTest } from './tables/contingency.ts'
export type { DiscordantPairs, McnemarTest } from './tables/mcnemar.ts'
export { mcnemarTest } from './tables/mcnemar.ts'
