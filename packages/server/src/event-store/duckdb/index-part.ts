export type IndexTable =
  | 'users'
  | 'names'
  | 'exposures'
  | 'idempotency_keys'
  | 'pre_period'
  | 'strata'
  | 'identities'
  | 'identity_conflicts'
  | 'exclusions'
  | 'erasures'

/** Stored rows that the index is built from; each table in the order in which it was written. */
export interface IndexPart {
  readonly table: IndexTable
  readonly rowCount: number
  /** names: the name's key; idempotency_keys: the metric's; else the user's, the anonymous one of identities. */
  readonly keys: Uint32Array<ArrayBuffer>
  /** names: the kind; exposures: the arm; pre_period: the covariate's key; identities: the person's key; else 0. */
  readonly details: Int32Array<ArrayBuffer>
  /** users, names, idempotency_keys, erasures: UTF-8, end to end; text i ends at ends[i]. */
  readonly textBytes: Uint8Array<ArrayBuffer>
  readonly textEnds: Uint32Array<ArrayBuffer>
}
