import { normalQuantile } from '@verdict/stats'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Random numbers that are the same each time for a seed. */
export class Draws {
  readonly #generator: ReturnType<typeof xoroshiro128plus>

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed)
  }

  /** In [0, 1). */
  share(): number {
    return uniformFloat64(this.#generator)
  }

  isTrue(probability: number): boolean {
    return this.share() < probability
  }

  normal(mean: number, deviation: number): number {
    return mean + deviation * normalQuantile(Math.max(this.share(), Number.EPSILON))
  }

  /** Each whole number from `least` to `most` as likely as the others. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1))
  }

  /** So many different places out of `places`, any as likely as the others. */
  some(count: number, places: number): ReadonlySet<number> {
    const order = Array.from({ length: places }, (_, place) => place)
    for (let at = 0; at < count; at += 1) {
      const other = this.whole(at, places - 1)
      ;[order[at], order[other]] = [order[other]!, order[at]!]
    }
    return new Set(order.slice(0, count))
  }
}
