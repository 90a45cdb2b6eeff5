/** `#Model`, `[]kind`, `number` (a float), `integer`, `free` (an object of any keys) or `plain`. */
export type LegacyKind = string

/** One schema of the earlier system, as far as its canonical bytes depend on it. */
export interface LegacyModel {
  /** Refuses keys that it does not know; others leave them out. */
  readonly isStrict: boolean
  /** Ascending by name: the kind, and what stands for a field that is left out. */
  readonly fields: Readonly<Record<string, readonly [LegacyKind] | readonly [LegacyKind, unknown]>>
}
