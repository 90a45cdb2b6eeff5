import { EXAMPLE_PROJECT } from '../../packages/server/src/features/projects/project-example.ts'
import { type Answer, call } from './call.ts'

interface Batch {
  readonly kind: 'conversions' | 'exposures'
  readonly size: number
}

export interface Audit {
  readonly lost: number
  readonly doubled: number
  readonly torn: number
}

/**
 * What was sent to one experiment, and what of it was acknowledged. Each batch of conversions is a metric of its own and
 * each batch of exposures has users of its own, so that the summary and a repetition tell what is stored.
 */
export class BatchLedger {
  acknowledged = 0
  readonly #id: string
  readonly #batches = new Map<string, Batch>()
  readonly #acknowledged = new Set<string>()
  #doubtful = new Set<string>()

  private constructor(id: string) {
    this.#id = id
  }

  static async start(url: string): Promise<BatchLedger> {
    const { body } = await call('POST', `${url}/api/v1/projects`, EXAMPLE_PROJECT)
    return new BatchLedger(String(body.id))
  }

  path(url: string, rest: string): string {
    return `${url}/api/v1/experiments/${this.#id}/${rest}`
  }

  /** Rejects when the server goes before it answers; then nobody knows. */
  async send(url: string, name: string, size: number): Promise<Answer> {
    const batch: Batch = { kind: this.#batches.size % 3 === 2 ? 'exposures' : 'conversions', size }
    this.#batches.set(name, batch)
    this.#doubtful.add(name)
    const answer = await this.#post(url, name, batch)
    if (answer.status !== 200) return answer
    this.#acknowledged.add(name)
    this.acknowledged += size
    return answer
  }

  /** Sends batches, so many at a time, until the server is gone or `isDone`. */
  async load(url: string, prefix: string, lanes: number, size: () => number, isDone = () => false): Promise<void> {
    const lane = async (at: number) => {
      for (let turn = 0; !isDone(); turn += 1) await this.send(url, `${prefix}.${at}.${turn}`, size())
    }
    await Promise.allSettled(Array.from({ length: lanes }, (_, at) => lane(at)))
  }

  /** Looks at the totals, then sends everything in doubt again: exactly what was not stored may be recorded. */
  async audit(url: string, whatOf: 'doubtful' | 'all' = 'doubtful'): Promise<Audit> {
    const summary = await this.#summary(url)
    const names = whatOf === 'all' ? [...this.#batches.keys()] : [...this.#doubtful]
    const sum = { lost: 0, doubled: 0, torn: 0 }
    let exposuresInDoubt = 0
    for (const name of names) {
      const { kind, size } = this.#batches.get(name)!
      const { recorded } = await this.#repeat(url, name)
      const stored = size - recorded
      if (this.#acknowledged.has(name)) sum.lost += recorded
      if (stored > 0 && recorded > 0) sum.torn += 1
      if (kind === 'conversions') sum.doubled += Math.max(0, (summary.conversions.get(name) ?? 0) - stored)
      else exposuresInDoubt += stored
    }
    const settled = this.#exposuresOutside(new Set(names))
    sum.doubled += Math.max(0, summary.exposures - settled - exposuresInDoubt)
    sum.lost += Math.max(0, settled + exposuresInDoubt - summary.exposures)
    sum.doubled += await this.#surplus(url)
    this.#doubtful = new Set()
    return sum
  }

  /** Everything is stored now, so the summary has to hold exactly what was sent. */
  async #surplus(url: string): Promise<number> {
    const { conversions, exposures } = await this.#summary(url)
    const sent = [...this.#batches].filter(([, { kind }]) => kind === 'conversions')
    const wrong = sent.reduce((sum, [name, { size }]) => sum + Math.abs((conversions.get(name) ?? 0) - size), 0)
    return wrong + Math.abs(exposures - this.#exposuresOutside(new Set()))
  }

  #exposuresOutside(names: ReadonlySet<string>): number {
    const batches = [...this.#batches].filter(([name, { kind }]) => kind === 'exposures' && !names.has(name))
    return batches.reduce((sum, [, { size }]) => sum + size, 0)
  }

  async #summary(url: string) {
    const { status, body } = await call('GET', this.path(url, 'ingestion'))
    if (status !== 200) throw new Error(`The summary answers ${status} ${JSON.stringify(body)}`)
    const counts = body.conversion_counts as readonly { readonly metric: string; readonly count: number }[]
    return {
      exposures: Number(body.exposures_total),
      conversions: new Map(counts.map(({ metric, count }) => [metric, count])),
    }
  }

  async #repeat(url: string, name: string): Promise<{ readonly recorded: number }> {
    const { status, body } = await this.#post(url, name, this.#batches.get(name)!)
    if (status !== 200) throw new Error(`A repeated batch answers ${status} ${JSON.stringify(body)}`)
    return body
  }

  #post(url: string, name: string, { kind, size }: Batch): Promise<Answer> {
    const items = Array.from({ length: size }, (_, at) =>
      kind === 'exposures'
        ? { user_id: `${name}-${at}`, variation_index: at % 2 }
        : { user_id: `user-${at}`, metric: name, idempotency_key: `${at}` },
    )
    return call('POST', this.path(url, kind), { [kind]: items })
  }
}
