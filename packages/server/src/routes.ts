import { createApiKey } from './features/access/create-api-key.ts'
import { deleteApiKey } from './features/access/delete-api-key.ts'
import { listApiKeys } from './features/access/list-api-keys.ts'
import { revokeApiKey } from './features/access/revoke-api-key.ts'
import { generateHypotheses } from './features/advice/generate-hypotheses.ts'
import { getAdvice } from './features/advice/get-advice.ts'
import { exportAudit } from './features/audit/export-audit.ts'
import { listAudit } from './features/audit/list-audit.ts'
import { ingestEvents } from './features/bulk-ingestion/ingest-events.ts'
import { ingestExperimentEvents } from './features/bulk-ingestion/ingest-experiment-events.ts'
import { compareManyProjects } from './features/comparison/compare-many-projects.ts'
import { compareProjects } from './features/comparison/compare-projects.ts'
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
import { deleteProject } from './features/projects/delete-project.ts'
import { getProject } from './features/projects/get-project.ts'
import { getProjectHistory } from './features/projects/get-project-history.ts'
import { listProjects } from './features/projects/list-projects.ts'
import { listRevisions } from './features/projects/list-revisions.ts'
import { recordAnalysis } from './features/projects/record-analysis.ts'
import { recordExport } from './features/projects/record-export.ts'
import { restoreProject } from './features/projects/restore-project.ts'
import { restoreRevision } from './features/projects/restore-revision.ts'
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
import { finishSlackInstall } from './features/slack/finish-slack-install.ts'
import { getSlackStatus } from './features/slack/get-slack-status.ts'
import { handleSlackAction } from './features/slack/handle-slack-action.ts'
import { handleSlackEvent } from './features/slack/handle-slack-event.ts'
import { installSlack } from './features/slack/install-slack.ts'
import { runSlackCommand } from './features/slack/run-slack-command.ts'
import { getDiagnostics } from './features/system/get-diagnostics.ts'
import { getHealth } from './features/system/get-health.ts'
import { getLivez } from './features/system/get-livez.ts'
import { getMetrics } from './features/system/get-metrics.ts'
import { getReadyz } from './features/system/get-readyz.ts'

import { createTemplate } from './features/templates/create-template.ts'
import { deleteTemplate } from './features/templates/delete-template.ts'
import { getTemplate } from './features/templates/get-template.ts'
import { listTemplates } from './features/templates/list-templates.ts'
import { useTemplate } from './features/templates/use-template.ts'
import { createWebhook } from './features/webhooks/create-webhook.ts'
import { deleteWebhook } from './features/webhooks/delete-webhook.ts'
import { getWebhook } from './features/webhooks/get-webhook.ts'
import { listWebhookDeliveries } from './features/webhooks/list-webhook-deliveries.ts'
import { listWebhooks } from './features/webhooks/list-webhooks.ts'
import { testWebhook } from './features/webhooks/test-webhook.ts'
import { updateWebhook } from './features/webhooks/update-webhook.ts'
import { exportWorkspace } from './features/workspace/export-workspace.ts'
import { importWorkspace } from './features/workspace/import-workspace.ts'
import { validateWorkspace } from './features/workspace/validate-workspace.ts'

/** Every operation of the API, in the order of its document. */
export const routes = [
  getHealth,
  getLivez,
  getReadyz,
  getMetrics,
  getDiagnostics,
  purgeRetention,
  listApiKeys,
  createApiKey,
  revokeApiKey,
  deleteApiKey,
  listAudit,
  exportAudit,
  calculate,
  calculateSensitivity,
  checkSrm,
  simulateBandit,
  previewAssignment,
  designExperiment,
  analyzeExperiment,
  getAdvice,
  generateHypotheses,
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
  compareProjects,
  compareManyProjects,
  getProject,
  updateProject,
  deleteProject,
  archiveProject,
  restoreProject,
  listTemplates,
  createTemplate,
  getTemplate,
  useTemplate,
  deleteTemplate,
  exportWorkspace,
  validateWorkspace,
  importWorkspace,
  recordAnalysis,
  recordExport,
  getProjectHistory,
  listRevisions,
  restoreRevision,
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
  listWebhooks,
  createWebhook,
  getWebhook,
  updateWebhook,
  deleteWebhook,
  testWebhook,
  listWebhookDeliveries,
  getSlackStatus,
  installSlack,
  finishSlackInstall,
  runSlackCommand,
  handleSlackAction,
  handleSlackEvent,
  getExperimentReport,
  getDecisionRecord,
] as const
