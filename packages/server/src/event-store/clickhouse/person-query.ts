import type { PopulationQuery } from '../event-store.ts'
import { linesIf, repeatLines } from '../query-lines.ts'
import { minutesInMs } from '../whole-ms.ts'
import type { Parameters, Row } from './clickhouse-port.ts'
import { readQuestion } from './read-question.ts'
import { type Snapshot, selectFrom } from './snapshot.ts'
import { storedTable } from './topology.ts'

const PERSONS = readQuestion('persons')

/** What of the persons a question needs. */
export interface PersonQuery extends PopulationQuery {
  readonly hasStrata: boolean
  readonly covariates: readonly string[]
  /** By the covariate of that number; null: the persons are not quartered. */
  readonly quarters: { readonly covariate: number; readonly ends: readonly number[] } | null
  /** Without any, a person is a user. */
  readonly linkCount: number
}

export type Lines = Readonly<Record<string, readonly number[]>>

/**
 * Asks about all persons; an answer is the rows of disjoint sets of persons, which the caller merges. Persons of one id are
 * summed up on their shard, for all rows of a user lie on one; those of several ids, which are few, at the node we speak to.
 */
export async function askPersons(
  snapshot: Snapshot,
  query: PersonQuery,
  questions: readonly string[],
  lines: Lines,
  parameters: Parameters = {},
): Promise<readonly Row[]> {
  const texts = personTexts(snapshot, query, questions, lines)
  const values = { ...parameters, ...personParameters(query) }
  return (await Promise.all(texts.map(text => selectFrom(snapshot, text, values)))).flat()
}

/** The question for each set of persons. */
export function personTexts(
  { topology }: Snapshot,
  query: PersonQuery,
  questions: readonly string[],
  lines: Lines,
): readonly string[] {
  const isLinked = query.linkCount > 0
  const text = [PERSONS, ...questions].join('')
  const scope = (local: string, ofScope: Lines) =>
    repeatLines(text, { ...lines, ...personLines(query), ...ofScope }).replaceAll('{local}', local)
  const unlinked = scope(storedTable('', topology), { unlinked: [0], linked: [], apart: linesIf(isLinked) })
  const onShards =
    topology.cluster === null ? unlinked : `select * from cluster('${topology.cluster}', view(${unlinked}))`
  return isLinked ? [onShards, scope('', { unlinked: [], linked: [0], apart: [] })] : [onShards]
}

export function personParameters(query: PersonQuery): Parameters {
  const { rateSpike, quarters } = query
  return {
    ...Object.fromEntries(query.covariates.map((name, index) => [`covariate_${index}`, name])),
    arm_count: query.armCount,
    quarter_ends: quarters?.ends ?? [],
    max_events: rateSpike?.maxEvents ?? 0,
    spike_window_ms: rateSpike === null ? 0 : minutesInMs(rateSpike.windowMinutes),
  }
}

function personLines({ rateSpike, hasStrata, covariates, quarters }: PersonQuery): Lines {
  return {
    spikes: linesIf(rateSpike !== null),
    no_spikes: linesIf(rateSpike === null),
    strata: linesIf(hasStrata),
    no_strata: linesIf(!hasStrata),
    values: linesIf(covariates.length > 0),
    no_values: linesIf(covariates.length === 0),
    covariate: covariates.map((_, index) => index),
    quarters: quarters === null ? [] : [quarters.covariate],
    no_quarters: linesIf(quarters === null),
  }
}
