import { Type } from 'typebox'
import { type HttpError, invalid } from '../../http/errors.ts'
import type { ValidationPhrase } from '../../http/phrase.ts'
import { optional, shownAs } from '../../http/schema.ts'
import type { Project } from '../projects/project.ts'
import { findMetric, type MetricReading } from './metric-reading.ts'

/** A metric of the design by its name; the primary one without. */
export const MetricName = optional(shownAs(Type.String({ minLength: 1, maxLength: 1000 }), 'purchase'))

/** The metric that was asked for; 422 when the design has none of that name. */
export function getMetric(project: Project, name: string | null): MetricReading {
  const metric = findMetric(project, name)
  if (metric === null) throw unfitQuery('metric', name, { key: 'unknownMetric' })
  return metric
}

/** A value of the query that can not be answered: 422. */
export function unfitQuery(field: string, input: unknown, phrase: ValidationPhrase): HttpError {
  return invalid([{ type: 'value_error', loc: ['query', field], phrase, input }])
}
