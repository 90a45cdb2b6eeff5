import { type TSchema, Type } from 'typebox'
import type { Issue } from '../../http/errors.ts'
import { AnalysisResponse, type StoredAnalysis } from '../reports/analysis-schema.ts'

/** What clients of the earlier system do not send; each follows from fields that they do. */
const ADDED = ['sample_sizes_by_variant', 'total_sample_size_for_split', 'duration_days_for_split']
/** May be null, and was always asked for. */
const ASKED_FOR = ['advice', 'raw_text', 'error']
const EMPTY_LISTS = ['guardrail_metrics']
/** What an integer column holds in every database. */
const MOST_DAYS = 2 ** 31 - 1

/** An analysis as it is sent: as `/analyze` answers it, but most of what may be null may be left out. */
export const AnalysisInput = Type.Unsafe<AnalysisResponse>(relaxed(AnalysisResponse))

/** The list sorts by it, so it has to be a number of days. */
export function durationIssues({ report }: Pick<StoredAnalysis, 'report'>): readonly Issue[] {
  const input = report.calculations.estimated_duration_days
  const loc = ['body', 'report', 'calculations', 'estimated_duration_days']
  if (input < 0) return [{ type: 'greater_than_equal', loc, phrase: { key: 'below', values: { limit: 0 } }, input }]
  if (input <= MOST_DAYS) return []
  return [{ type: 'less_than_equal', loc, phrase: { key: 'above', values: { limit: MOST_DAYS } }, input }]
}

/** The analysis whole: what was left out is filled in, and what the schema does not know is left out. */
export function wholeAnalysis(sent: StoredAnalysis): StoredAnalysis {
  const known = fitted(AnalysisResponse, sent) as StoredAnalysis
  const { results, ...calculations } = known.calculations
  const arms = known.report.experiment_design.variants.length
  const evenly = Array<number>(arms).fill(results.sample_size_per_variant)
  return {
    ...known,
    calculations: {
      ...calculations,
      results,
      sample_sizes_by_variant: calculations.sample_sizes_by_variant ?? evenly,
      total_sample_size_for_split: calculations.total_sample_size_for_split ?? results.total_sample_size,
      duration_days_for_split: calculations.duration_days_for_split ?? results.estimated_duration_days,
    },
  }
}

interface Shape {
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly properties?: Readonly<Record<string, TSchema>>
  readonly required?: readonly string[]
  readonly items?: TSchema
}

function relaxed(schema: TSchema): TSchema {
  const { items, properties, required = [], title } = schema as Shape
  if (items !== undefined) return { ...schema, items: relaxed(items) }
  if (properties === undefined) return schema
  const fields = Object.entries(properties).map(([name, field]) => [name, relaxedField(name, field)] as const)
  const optional = new Set(fields.filter(([, field]) => 'default' in field).map(([name]) => name))
  return {
    ...schema,
    ...(title === undefined ? {} : { title: `${title}Input` }),
    properties: Object.fromEntries(fields),
    required: required.filter(name => !optional.has(name)),
  }
}

function relaxedField(name: string, field: TSchema): TSchema {
  const schema = relaxed(field)
  const types = [(field as Shape).type ?? []].flat()
  if (EMPTY_LISTS.includes(name)) return { ...schema, default: [] }
  if (types.includes('null')) return ASKED_FOR.includes(name) ? schema : { ...schema, default: null }
  return ADDED.includes(name) ? { ...schema, type: [...types, 'null'], default: null } : schema
}

function fitted(schema: TSchema, value: unknown): unknown {
  const { items, properties } = schema as Shape
  if (Array.isArray(value) && items !== undefined) return value.map(item => fitted(items, item))
  if (properties === undefined || typeof value !== 'object' || value === null) return value
  const sent = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, fitted(field, sent[name])]))
}
