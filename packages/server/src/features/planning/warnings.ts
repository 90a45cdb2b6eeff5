import { sampleRatioTest } from '@verdict/stats'
import type { planning } from '../../../locales/en/planning.ts'
import type { Speech, Values } from '../../http/speech.ts'
import { round } from '../../http/wire-numbers.ts'
import type { CalculationPlan } from './calculation-schema.ts'
import { allocatedTraffic } from './duration.ts'
import { SRM_ALPHA } from './sample-ratio.ts'

export interface PlanFigures {
  readonly days: number
  /** Growth of the largest sample by the looks; null with one look. */
  readonly inflation: number | null
}

type Code = keyof typeof planning.warnings
type Severity = 'medium' | 'high'

const LONG_DAYS = 56
const LONGEST_SHORT_TEST_DAYS = 14

/** The warnings of a plan, in the order of the contract. */
export function planWarnings(plan: CalculationPlan, figures: PlanFigures, { say, words }: Speech) {
  const values = wordValues(plan, figures)
  return RULES.filter(rule => rule.applies(plan, figures)).map(({ code, severity }) => ({
    code,
    severity,
    message: say(words.planning.warnings[code], values),
    source: 'rules_engine',
  }))
}

interface Rule {
  readonly code: Code
  readonly severity: Severity
  applies(plan: CalculationPlan, figures: PlanFigures): boolean
}

const RULES: readonly Rule[] = [
  {
    code: 'MISSING_VARIANCE',
    severity: 'high',
    applies: plan => plan.metric_type === 'continuous' && plan.std_dev === null,
  },
  { code: 'LONG_DURATION', severity: 'high', applies: (_, { days }) => days > LONG_DAYS },
  {
    code: 'LOW_TRAFFIC',
    severity: 'medium',
    applies: plan => allocatedTraffic(plan) < 1000 && allocatedTraffic(plan) > 0,
  },
  { code: 'CONSERVATIVE_MULTIVARIANT_ALPHA', severity: 'medium', applies: plan => plan.variants_count > 2 },
  { code: 'MANY_VARIANTS_LOW_TRAFFIC', severity: 'high', applies: hasTooManyVariants },
  { code: 'CLUSTER_RANDOMIZATION', severity: 'high', applies: plan => plan.randomization_unit === 'cluster' },
  { code: 'SEASONALITY_PRESENT', severity: 'medium', applies: plan => plan.seasonality_present === true },
  { code: 'CAMPAIGN_CONTAMINATION', severity: 'medium', applies: plan => plan.active_campaigns_present === true },
  { code: 'UNDERPOWERED_DESIGN', severity: 'medium', applies: plan => plan.power < 0.8 },
  {
    code: 'LONG_TEST_NOT_POSSIBLE',
    severity: 'high',
    applies: (plan, { days }) => plan.long_test_possible === false && days > LONGEST_SHORT_TEST_DAYS,
  },
  { code: 'INTERIM_LOOKS_INCREASE_SAMPLE', severity: 'medium', applies: plan => plan.n_looks > 1 },
  { code: 'SRM_DETECTED', severity: 'high', applies: plan => (srmPValue(plan) ?? 1) < SRM_ALPHA },
]

function hasTooManyVariants(plan: CalculationPlan): boolean {
  return plan.variants_count > 2 && allocatedTraffic(plan) < 2000 * plan.variants_count
}

function srmPValue({ actual_counts: counts, traffic_split: split }: CalculationPlan): number | null {
  if (counts === null) return null
  const test = sampleRatioTest(counts, split)
  return test.ok ? test.value.pValue : null
}

function wordValues(plan: CalculationPlan, { days, inflation }: PlanFigures): Values {
  return {
    days,
    traffic: round(allocatedTraffic(plan), 1),
    variants: plan.variants_count,
    power: plan.power,
    looks: plan.n_looks,
    percent: inflation === null ? 0 : round((inflation - 1) * 100, 1),
    p: Number((srmPValue(plan) ?? 1).toPrecision(3)),
  }
}
