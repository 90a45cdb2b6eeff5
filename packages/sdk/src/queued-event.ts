/** The two kinds of events, named as the routes and the bodies that take them. */
export type EventKind = 'exposures' | 'conversions'

/** An event on its way: `item` is what the wire carries. */
export interface QueuedEvent {
  readonly id: string
  readonly kind: EventKind
  readonly experimentId: string
  readonly item: Readonly<Record<string, unknown>>
}

/** Events that will not be sent, and why. */
export interface Drop {
  /**
   * - `overflow`: the queue was full, and these were the oldest
   * - `refused`: the server will never take them (`status` says how it put that)
   * - `no_experiment`: a metric of a user who was exposed to nothing; there is nowhere to count it
   */
  readonly reason: 'overflow' | 'refused' | 'no_experiment'
  readonly events: readonly QueuedEvent[]
  readonly status: number | null
}

export function isQueuedEvent(value: unknown): value is QueuedEvent {
  const { id, kind, experimentId, item } = (value ?? {}) as Partial<QueuedEvent>
  return (
    typeof id === 'string' &&
    (kind === 'exposures' || kind === 'conversions') &&
    typeof experimentId === 'string' &&
    typeof item === 'object'
  )
}
