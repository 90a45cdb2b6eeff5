import { parserOf } from '../../http/validation.ts'
import { ExperimentInput, type ExperimentPayload } from '../projects/experiment-input.ts'
import type { Template } from './template.ts'

interface Outline {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly description: string
  readonly tags: readonly string[]
  readonly project: Readonly<Record<string, string>>
  readonly hypothesis: Readonly<Record<string, string>>
  readonly setup: Readonly<Record<string, unknown>>
  readonly metrics: Readonly<Record<string, unknown>>
  readonly constraints: Readonly<Record<string, unknown>>
}

const parse = parserOf(ExperimentInput, 'body')

const SETUP = { experiment_type: 'ab', randomization_unit: 'user', traffic_split: [50, 50], variants_count: 2 }

const CONSTRAINTS = {
  seasonality_present: false,
  active_campaigns_present: false,
  returning_users_present: true,
  interference_risk: 'low',
  technical_constraints: '',
  legal_or_ethics_constraints: '',
  known_risks: '',
  deadline_pressure: 'low',
  long_test_possible: true,
}

/** A template in code: what it does not say is an even split of two arms, without constraints. Throws when it is no design. */
export function builtInTemplate({ id, name, category, description, tags, ...outline }: Outline): Template {
  const design = {
    ...outline,
    setup: { ...SETUP, ...outline.setup },
    constraints: { ...CONSTRAINTS, ...outline.constraints },
  }
  return { id, name, category, description, isBuiltIn: true, tags, payload: parse(design) as ExperimentPayload }
}
