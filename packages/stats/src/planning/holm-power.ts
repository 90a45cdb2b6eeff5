import { normalDensity, normalSurvival, normalUpperQuantile } from '../distributions/normal.ts'

/** A comparison with the shared control: its statistic is drift + loading u + sqrt(1 - loading^2) noise. */
export interface Comparison {
  readonly drift: number
  readonly loading: number
}

/** Other comparisons that are alike. */
interface Alike extends Comparison {
  readonly count: number
}

const REACH = 8.5
const LARGEST_TABLE = 4096

/**
 * Power of one comparison, in the direction of its drift, when Holm's (1979) procedure tests it beside others that share its
 * control; |Z| is tested at alpha. Given the control's part u the others are independent: a walk over Holm's levels carries the
 * number of others that pass each, and u is integrated out by the trapezoid rule. Others are grouped by size and drift; where
 * that leaves more than 4,096 states, neighbours in size are taken to be as small as the smaller.
 */
export function holmPower(own: Comparison, others: readonly Comparison[], alpha: number): number {
  const tests = others.length + 1
  const levels = Array.from({ length: tests }, (_, i) => normalUpperQuantile(alpha / 2 / (tests - i)))
  const groups = grouped(others)
  const step = 0.2 * Math.min(...[own, ...others].map(({ loading }) => Math.sqrt(1 - loading * loading)))
  const half = Math.ceil(REACH / step)
  let sum = 0
  for (let i = -half; i <= half; i += 1) {
    const u = i * step
    sum += normalDensity(u) * rejection(own, groups, levels, u)
  }
  return Math.min(1, step * sum)
}

/** Chance that the comparison is rejected, given the control's part. */
function rejection(own: Comparison, groups: readonly Alike[], levels: readonly number[], u: number): number {
  const passes = (level: number) => tailBeyond(own, level, u)
  const walk = new OthersWalk(groups, u)
  let rejected = passes(levels[0]!)
  for (let i = 1; i < levels.length; i += 1) {
    const between = passes(levels[i]!) - passes(levels[i - 1]!)
    rejected += between * walk.advance(levels[i - 1]!, i)
  }
  return rejected
}

/** P(statistic > level given u). */
function tailBeyond({ drift, loading }: Comparison, level: number, u: number): number {
  return normalSurvival((level - drift - loading * u) / Math.sqrt(1 - loading * loading))
}

/** Chances of how many others of each group have passed, as long as at least j have passed level j for every j so far. */
class OthersWalk {
  private readonly groups: readonly Alike[]
  private readonly u: number
  private readonly passed: number[]
  private states: Float64Array

  constructor(groups: readonly Alike[], u: number) {
    this.groups = groups
    this.u = u
    this.passed = groups.map(() => 0)
    this.states = new Float64Array(groups.reduce((size, { count }) => size * (count + 1), 1))
    this.states[0] = 1
  }

  /** Lowers the level, drops what has fewer than `least` passes, and gives the chance that is left. */
  advance(level: number, least: number): number {
    let stride = 1
    this.groups.forEach((group, i) => {
      const passed = tailBeyond(group, level, this.u) + normalSurvival(this.mirrored(group, level))
      const rest = 1 - this.passed[i]!
      const newly = rest > 0 ? Math.min(1, Math.max(0, (passed - this.passed[i]!) / rest)) : 1
      this.states = spread(this.states, stride, group.count, newly)
      this.passed[i] = passed
      stride *= group.count + 1
    })
    return this.keep(least)
  }

  private mirrored({ drift, loading }: Comparison, level: number): number {
    return (level + drift + loading * this.u) / Math.sqrt(1 - loading * loading)
  }

  private keep(least: number): number {
    let kept = 0
    for (let state = 0; state < this.states.length; state += 1) {
      if (this.passesIn(state) < least) this.states[state] = 0
      else kept += this.states[state]!
    }
    return kept
  }

  private passesIn(state: number): number {
    let [rest, passes] = [state, 0]
    for (const { count } of this.groups) {
      passes += rest % (count + 1)
      rest = Math.floor(rest / (count + 1))
    }
    return passes
  }
}

/** Each of `count` that has not passed yet passes with probability `newly`, along one digit of the state. */
function spread(states: Float64Array, stride: number, count: number, newly: number): Float64Array {
  const next = new Float64Array(states.length)
  for (let state = 0; state < states.length; state += 1) {
    const chance = states[state]!
    if (chance === 0) continue
    const left = count - (Math.floor(state / stride) % (count + 1))
    let term = chance * (1 - newly) ** left
    if (term === 0) {
      spreadFromTop(next, state, stride, left, chance, newly)
      continue
    }
    for (let k = 0; k <= left; k += 1) {
      next[state + k * stride]! += term
      term *= ((left - k) / (k + 1)) * (newly / (1 - newly))
    }
  }
  return next
}

/** The same where nearly all pass, so that the chance that none does underflows. */
function spreadFromTop(
  next: Float64Array,
  state: number,
  stride: number,
  left: number,
  chance: number,
  newly: number,
): void {
  let term = chance * newly ** left
  for (let k = left; k >= 0; k -= 1) {
    next[state + k * stride]! += term
    term *= (k / (left - k + 1)) * ((1 - newly) / newly)
  }
}

function grouped(others: readonly Comparison[]): Alike[] {
  const groups: Alike[] = []
  for (const other of others.toSorted((a, b) => a.loading - b.loading || a.drift - b.drift)) {
    const last = groups.at(-1)
    if (last && last.loading === other.loading && last.drift === other.drift) {
      groups[groups.length - 1] = { ...last, count: last.count + 1 }
    } else groups.push({ ...other, count: 1 })
  }
  while (groups.reduce((size, { count }) => size * (count + 1), 1) > LARGEST_TABLE) mergeNearest(groups)
  return groups
}

function mergeNearest(groups: Alike[]): void {
  let nearest = 0
  const gap = (i: number) => groups[i + 1]!.loading - groups[i]!.loading
  for (let i = 1; i + 1 < groups.length; i += 1) if (gap(i) < gap(nearest)) nearest = i
  const [smaller, larger] = [groups[nearest]!, groups[nearest + 1]!]
  groups.splice(nearest, 2, { ...smaller, count: smaller.count + larger.count })
}
