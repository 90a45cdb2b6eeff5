import type { AssignOptions, ClientAssignment, ClientOptions, TrackOptions } from './client-options.ts'
import { type ClientParts, clientParts } from './client-parts.ts'
import { Evaluator } from './evaluator.ts'
import { EventLog } from './event-log.ts'
import type { ExperimentKey, ExperimentMap, VariationOf } from './experiment-map.ts'

/**
 * A client of one server: it assigns here, by the server's configuration, and sends exposures and metric events. Everything
 * answers at once but `load`, `refresh`, `flush` and `close`.
 */
export function createClient<const Experiments extends ExperimentMap = Readonly<Record<never, never>>>(
  options: ClientOptions<Experiments>,
): Client<Experiments> {
  return new Client(options, clientParts(options))
}

/** What `createClient` answers. */
export class Client<Experiments extends ExperimentMap> extends Evaluator<Experiments> {
  readonly #events: EventLog

  constructor(options: ClientOptions<Experiments>, parts: ClientParts) {
    super(options, parts)
    this.#events = new EventLog(parts, options)
  }

  /** Events that wait for the server. */
  get pending(): number {
    return this.#events.pending
  }

  /** Events that will never be sent; `onDrop` was told of each. */
  get dropped(): number {
    return this.#events.dropped
  }

  /**
   * As `evaluate`, with the arm this user was shown here before; and an arm by anything but force is recorded as an
   * exposure, once.
   */
  assign<Key extends ExperimentKey<Experiments>>(
    key: Key,
    { user = this.user, expose = true }: AssignOptions = {},
  ): ClientAssignment<VariationOf<Experiments, Key>> {
    const recordedArm = this.#events.armOf(user, this.idOf(key))
    const assignment = this.evaluate(key, { user, recordedArm })
    if (expose && assignment.inExperiment && !assignment.isForced)
      this.#events.expose(user, assignment.experimentId, assignment.arm)
    return assignment
  }

  /**
   * Records a metric event, worth 1 unless told otherwise, in each experiment that the user was exposed to here and that is
   * still active. Answers how many experiments that is; when none, `onDrop` is told.
   */
  track(metric: string, value = 1, { user = this.user, experiments, idempotencyKey }: TrackOptions = {}): number {
    const ids =
      experiments?.map(key => this.idOf(key)) ?? this.#events.experimentsOf(user).filter(id => this.isActive(id))
    this.#events.track(ids, { userId: user.userId, metric, value, idempotencyKey })
    return ids.length
  }

  /** Sends what waits; resolves when all is sent, or has to wait longer. */
  flush(): Promise<void> {
    return this.#events.flush()
  }

  /** Sends once more and stops; what could not be sent stays in the storage, if there is one. */
  close(): Promise<void> {
    return this.#events.close()
  }
}
