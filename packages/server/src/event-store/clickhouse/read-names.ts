import { compareText } from '../compare-text.ts'
import type { EpochMs, ReadoutQuery } from '../event-store.ts'
import { repeatLines } from '../query-lines.ts'
import { COVARIATE_NAME, STRATUM_NAME } from './known-rows.ts'
import { readQuestion } from './read-question.ts'
import { numberOf, numberOrNull } from './row-values.ts'
import { type Snapshot, selectFrom } from './snapshot.ts'

const NAMES = readQuestion('names')
const BASICS = readQuestion('first-exposure-received')

export interface ReadoutNames {
  /** Ascending; empty when there are too many. */
  readonly covariates: readonly string[]
  readonly covariateCount: number
  readonly stratumCount: number
}

export async function readNames(
  snapshot: Snapshot,
  { maxCovariates }: Pick<ReadoutQuery, 'maxCovariates'>,
): Promise<ReadoutNames> {
  const rows = await selectFrom(snapshot, repeatLines(NAMES, { most: [maxCovariates + 1] }))
  const ofKind = (kind: number) => rows.find(row => row.kind === kind) ?? { count: 0, names: [] }
  const covariates = ofKind(COVARIATE_NAME)
  const covariateCount = numberOf(covariates, 'count')
  return {
    covariates: covariateCount > maxCovariates ? [] : [...(covariates.names as string[])].sort(compareText),
    covariateCount,
    stratumCount: numberOf(ofKind(STRATUM_NAME), 'count'),
  }
}

export interface Basics {
  readonly firstExposureAt: EpochMs | null
  readonly linkCount: number
}

export async function readBasics(snapshot: Snapshot): Promise<Basics> {
  const [row] = await selectFrom(snapshot, BASICS)
  return { firstExposureAt: numberOrNull(row!, 'received_at'), linkCount: numberOf(row!, 'links') }
}
