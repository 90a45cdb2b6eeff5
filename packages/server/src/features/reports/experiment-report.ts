import type { Static } from 'typebox'
import type { Speech } from '../../http/speech.ts'
import type { CalculationResponse } from '../planning/calculation-schema.ts'
import type { ExperimentPayload } from '../projects/experiment-input.ts'
import { guardrailReports } from './guardrail-report.ts'
import type { ExperimentReport } from './report-schema.ts'

type Calculation = Static<typeof CalculationResponse>

/** Puts a design and its sizes into words. Pure. */
export function experimentReport(
  payload: ExperimentPayload,
  calculation: Calculation,
  speech: Speech,
): ExperimentReport {
  const { metrics } = payload
  const words = speech.words.report
  return {
    executive_summary: executiveSummary(payload, calculation, speech),
    calculations: calculationsSection(calculation),
    experiment_design: designSection(payload, calculation, speech),
    metrics_plan: {
      primary: [metrics.primary_metric_name],
      secondary: [...metrics.secondary_metrics],
      guardrail: metrics.guardrail_metrics.map(({ name }) => name),
      diagnostic: Object.values(words.diagnostics),
    },
    guardrail_metrics: guardrailReports(payload, calculation.results.sample_size_per_variant, speech),
    risks: risksSection(payload, calculation, speech),
    recommendations: {
      before_launch: Object.values(words.beforeLaunch),
      during_test: Object.values(words.duringTest),
      after_test: Object.values(words.afterTest),
    },
    open_questions: openQuestions(payload, speech),
  }
}

function executiveSummary(
  { project, hypothesis, metrics }: ExperimentPayload,
  { results }: Calculation,
  { say, words, language }: Speech,
): string {
  return say(words.report.executiveSummary, {
    name: project.project_name,
    change: lowerFirst(hypothesis.change_description, language),
    metric: metrics.primary_metric_name,
    audience: hypothesis.target_audience,
    days: results.estimated_duration_days,
    size: results.sample_size_per_variant,
  })
}

// The change stands inside a sentence; an abbreviation keeps its capitals.
function lowerFirst(text: string, language: string): string {
  const [first = '', second = ''] = text
  return second === second.toLocaleUpperCase(language) && second.toLocaleLowerCase(language) !== second
    ? text
    : first.toLocaleLowerCase(language) + text.slice(first.length)
}

function calculationsSection({ results, assumptions, ...rest }: Calculation): ExperimentReport['calculations'] {
  return {
    sample_size_per_variant: results.sample_size_per_variant,
    total_sample_size: results.total_sample_size,
    estimated_duration_days: results.estimated_duration_days,
    assumptions,
    design_effect: rest.design_effect,
    clusters_per_variant: rest.clusters_per_variant,
  }
}

function designSection(
  { setup, hypothesis }: ExperimentPayload,
  { results }: Calculation,
  { words }: Speech,
): ExperimentReport['experiment_design'] {
  const variants = Array.from({ length: setup.variants_count }, (_, index) => ({
    name: String.fromCharCode('A'.charCodeAt(0) + index),
    description: index === 0 ? words.report.control : hypothesis.change_description,
  }))
  return {
    variants,
    randomization_unit: setup.randomization_unit,
    traffic_split: [...setup.traffic_split],
    target_audience: hypothesis.target_audience,
    inclusion_criteria: setup.inclusion_criteria,
    exclusion_criteria: setup.exclusion_criteria,
    recommended_duration_days: results.estimated_duration_days,
    stopping_conditions: Object.values(words.report.stopping),
  }
}

function risksSection(
  { hypothesis, constraints }: ExperimentPayload,
  { warnings }: Calculation,
  { words }: Speech,
): ExperimentReport['risks'] {
  const { noStatisticalRisk, noTechnicalRisk, noOperationalRisk } = words.report
  return {
    statistical: warnings.length > 0 ? warnings.map(({ message }) => message) : [noStatisticalRisk],
    product: [hypothesis.desired_result].filter(isSaid),
    technical: [isSaid(constraints.technical_constraints) ? constraints.technical_constraints : noTechnicalRisk],
    operational: [isSaid(constraints.known_risks) ? constraints.known_risks : noOperationalRisk],
  }
}

function openQuestions({ hypothesis, project }: ExperimentPayload, { say, words }: Speech): string[] {
  const market = isSaid(project.market) ? [say(words.report.marketQuestion, { market: project.market })] : []
  return [hypothesis.what_to_validate, ...market].filter(isSaid)
}

function isSaid(text: string): boolean {
  return text.trim() !== ''
}
