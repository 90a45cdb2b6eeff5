import type { TObject, TProperties } from 'typebox'
import type { ParsedOf } from '../../http/schema.ts'
import * as items from '../experiments/event-items.ts'
import type { BatchContent } from '../experiments/ingestion.ts'
import * as schema from '../experiments/ingestion-schema.ts'

export type StoredItem = BatchContent['items'][number]

/** What a line may be: the item of one JSON route. */
export interface LineKind {
  readonly batch: BatchContent['kind']
  readonly item: TObject
  /** Of a line that fits the schema of the item. */
  readonly read: (line: never) => StoredItem
}

export const LINE_KINDS = {
  exposure: lineKind('exposures', schema.ExposureEvent, items.exposureOf),
  conversion: lineKind('conversions', schema.ConversionEvent, items.conversionOf),
  pre_period: lineKind('pre_period', schema.PrePeriodEvent, items.prePeriodOf),
  stratum: lineKind('strata', schema.StratumEvent, items.stratumOf),
  // One who is held out is exposed to nothing, and the first exposure wins: both are rows of one table.
  holdout: lineKind('exposures', schema.HoldoutEvent, items.heldOutOf),
  identity: lineKind('identities', schema.IdentityLink, items.linkOf),
  exclusion: lineKind('exclusions', schema.ExclusionEvent, items.exclusionOf),
} as const satisfies Readonly<Record<string, LineKind>>

function lineKind<P extends TProperties>(
  batch: LineKind['batch'],
  item: TObject<P>,
  read: (line: ParsedOf<TObject<P>>) => StoredItem,
): LineKind {
  return { batch, item, read }
}
