/** An experiment as the code knows it: its id on the server, and what each arm shows, control first. */
export interface ExperimentDefinition {
  readonly id: string
  readonly variations: readonly unknown[]
}

/** The experiments of an application, by the keys that its code uses. */
export type ExperimentMap = Readonly<Record<string, ExperimentDefinition>>

/** What `assign(key)` may show: one of the variations; undefined for an id that is not in the map. */
export type VariationOf<Experiments extends ExperimentMap, Key> = Key extends keyof Experiments
  ? Experiments[Key]['variations'][number]
  : undefined

/** A key of the map, or the id of any experiment. */
export type ExperimentKey<Experiments extends ExperimentMap> = (keyof Experiments & string) | (string & {})
