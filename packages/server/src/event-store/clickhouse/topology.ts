/** Where the tables lie. */
export interface Topology {
  readonly database: string
  /** Null: one node. */
  readonly cluster: string | null
  /**
   * Whether the shards' tables are replicated and definitions go out to every node, for both of which a cluster needs
   * ClickHouse Keeper. A cluster without it has all its shards on the node that we speak to.
   */
  readonly isReplicated: boolean
}

/** Names of ours get into SQL as text, so they have to be plain words. */
export function requirePlainNames({ database, cluster }: Topology): void {
  for (const name of [database, cluster ?? 'none']) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      throw new Error(
        `${JSON.stringify(name)} can not name a ClickHouse database or cluster: letters, digits and _ only.`,
      )
    }
  }
}

/** The table that holds rows: on a shard of a cluster it has a name of its own. */
export function storedTable(table: string, { cluster }: Topology): string {
  return cluster === null ? table : `${table}_local`
}

export function onEveryNode({ cluster, isReplicated }: Topology): string {
  return cluster !== null && isReplicated ? ` on cluster ${cluster}` : ''
}
