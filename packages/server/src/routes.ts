import { ingestEvents } from './features/bulk-ingestion/ingest-events.ts'
import { ingestExperimentEvents } from './features/bulk-ingestion/ingest-experiment-events.ts'
import { assignExperiment } from './features/experiments/assign-experiment.ts'
import { correctPrePeriod } from './features/experiments/correct-pre-period.ts'
import { correctStrata } from './features/experiments/correct-strata.ts'
import { erasePerson } from './features/experiments/erase-person.ts'
import { getIngestion } from './features/experiments/get-ingestion.ts'
import { getPerson } from './features/experiments/get-person.ts'
import { ingestConversions } from './features/experiments/ingest-conversions.ts'
import { ingestExclusions } from './features/experiments/ingest-exclusions.ts'
import { ingestExposures } from './features/experiments/ingest-exposures.ts'
import { ingestHoldout } from './features/experiments/ingest-holdout.ts'
import { ingestIdentities } from './features/experiments/ingest-identities.ts'
import { ingestPrePeriod } from './features/experiments/ingest-pre-period.ts'
import { ingestStrata } from './features/experiments/ingest-strata.ts'
import { liftExclusion } from './features/experiments/lift-exclusion.ts'
import { exportComparison } from './features/exports/export-comparison.ts'
import { exportHtml } from './features/exports/export-html.ts'
import { exportHtmlStandalone } from './features/exports/export-html-standalone.ts'
import { exportMarkdown } from './features/exports/export-markdown.ts'
import { getDecisionRecord } from './features/exports/get-decision-record.ts'
import { getExperimentReport } from './features/exports/get-experiment-report.ts'
import { getProjectReportCsv } from './features/exports/get-project-report-csv.ts'
import { getProjectReportPdf } from './features/exports/get-project-report-pdf.ts'
import { getProjectReportXlsx } from './features/exports/get-project-report-xlsx.ts'
import { cancelJob } from './features/jobs/cancel-job.ts'
import { getJob } from './features/jobs/get-job.ts'
import { calculate } from './features/planning/calculate.ts'
import { calculateSensitivity } from './features/planning/calculate-sensitivity.ts'
import { checkSrm } from './features/planning/check-srm.ts'
import { previewAssignment } from './features/planning/preview-assignment.ts'
import { simulateBandit } from './features/planning/simulate-bandit.ts'
import { archiveProject } from './features/projects/archive-project.ts'
import { createProject } from './features/projects/create-project.ts'
import { getProject } from './features/projects/get-project.ts'
import { listProjects } from './features/projects/list-projects.ts'
import { restoreProject } from './features/projects/restore-project.ts'
import { updateProject } from './features/projects/update-project.ts'
import { getDecision } from './features/readout/get-decision.ts'
import { getLiveStats } from './features/readout/get-live-stats.ts'
import { getSlices } from './features/readout/get-slices.ts'
import { getTimeseries } from './features/readout/get-timeseries.ts'
import { analyzeExperiment } from './features/reports/analyze-experiment.ts'
import { designExperiment } from './features/reports/design-experiment.ts'
import { analyzeCategorical } from './features/results/analyze-categorical.ts'
import { analyzeOmnibus } from './features/results/analyze-omnibus.ts'
import { analyzePaired } from './features/results/analyze-paired.ts'
import { analyzeRatio } from './features/results/analyze-ratio.ts'
import { analyzeResults } from './features/results/analyze-results.ts'
import { analyzeSurvival } from './features/results/analyze-survival.ts'
import { testMany } from './features/results/test-many.ts'
import { purgeRetention } from './features/retention/purge-retention.ts'
import { assignMany } from './features/sdk/assign-many.ts'
import { getSdkConfig } from './features/sdk/get-sdk-config.ts'
import { getHealth } from './features/system/get-health.ts'
import { getLivez } from './features/system/get-livez.ts'
import { getMetrics } from './features/system/get-metrics.ts'
import { getReadyz } from './features/system/get-readyz.ts'

/** Every operation of the API, in the order of its document. */
export const routes = [
  getHealth,
  getLivez,
  getReadyz,
  getMetrics,
  purgeRetention,
  calculate,
  calculateSensitivity,
  checkSrm,
  simulateBandit,
  previewAssignment,
  designExperiment,
  analyzeExperiment,
  exportMarkdown,
  exportHtml,
  exportComparison,
  exportHtmlStandalone,
  testMany,
  analyzeResults,
  analyzeCategorical,
  analyzePaired,
  analyzeOmnibus,
  analyzeSurvival,
  analyzeRatio,
  getJob,
  cancelJob,
  listProjects,
  createProject,
  getProject,
  updateProject,
  archiveProject,
  restoreProject,
  getProjectReportPdf,
  getProjectReportCsv,
  getProjectReportXlsx,
  assignExperiment,
  ingestExposures,
  ingestConversions,
  ingestPrePeriod,
  correctPrePeriod,
  ingestStrata,
  correctStrata,
  ingestHoldout,
  ingestIdentities,
  ingestExclusions,
  liftExclusion,
  ingestExperimentEvents,
  ingestEvents,
  getIngestion,
  getPerson,
  erasePerson,
  getSdkConfig,
  assignMany,
  getLiveStats,
  getDecision,
  getTimeseries,
  getSlices,
  getExperimentReport,
  getDecisionRecord,
] as const
