import { type CrossMoments, mergeCrossMoments, unmergeCrossMoments } from '@verdict/stats'
import type { Arm, TimelineDay } from './event-store.ts'

type Row = Readonly<Record<string, unknown>>

/** The rows of the questions exposure-days and timeline-changes, and how the engine reads a number of them. */
export interface TimelineRows<R extends Row> {
  readonly exposed: readonly R[]
  /** Of disjoint persons. */
  readonly changes: readonly R[]
  readonly numberOf: (row: R, column: string) => number
}

/** The arms at the end of each day on which they changed, ascending by day, then arm. */
export function foldTimeline<R extends Row>(
  rows: TimelineRows<R>,
  armCount: number,
  metricCount: number,
): TimelineDay[] {
  const days = Array.from({ length: armCount }, (_, arm) => timelineOf(arm, rows, metricCount)).flat()
  return days.sort((a, b) => a.day - b.day || a.arm - b.arm)
}

/** What happened to one arm on one day. */
interface ArmDay<R> {
  readonly day: number
  /** Persons exposed that day. */
  entered: number
  /** Those of them with events that day. */
  readonly first: R[]
  /** Persons exposed before, with events that day. */
  readonly later: R[]
}

/** Who changed is taken out as they were, and put in as they are, with those exposed that day. */
function timelineOf<R extends Row>(arm: Arm, rows: TimelineRows<R>, size: number): TimelineDay[] {
  let moments = zeros(0, size)
  return daysOf(arm, rows).map(({ day, entered, first, later }) => {
    for (const row of later) {
      const rest = unmergeCrossMoments(moments, momentsOf(rows, row, 'before', size))
      moments = mergeCrossMoments(rest, momentsOf(rows, row, 'after', size))
    }
    const active = first.map(row => momentsOf(rows, row, 'after', size)).reduce(mergeCrossMoments, zeros(0, size))
    moments = mergeCrossMoments(moments, mergeCrossMoments(active, zeros(entered - active.n, size)))
    return { day, arm, moments }
  })
}

function daysOf<R extends Row>(arm: Arm, { exposed, changes, numberOf }: TimelineRows<R>): readonly ArmDay<R>[] {
  const days = new Map<number, ArmDay<R>>()
  const dayOf = (row: R) => {
    const day = numberOf(row, 'day')
    const known = days.get(day) ?? { day, entered: 0, first: [], later: [] }
    days.set(day, known)
    return known
  }
  for (const row of exposed) if (row.arm === arm) dayOf(row).entered += numberOf(row, 'persons')
  for (const row of changes) if (row.arm === arm) dayOf(row)[row.is_first ? 'first' : 'later'].push(row)
  return [...days.values()].sort((a, b) => a.day - b.day)
}

function zeros(n: number, size: number): CrossMoments {
  return { n, means: Array(size).fill(0), products: Array(size * size).fill(0) }
}

function momentsOf<R extends Row>(
  { numberOf }: TimelineRows<R>,
  row: R,
  when: 'before' | 'after',
  size: number,
): CrossMoments {
  const n = numberOf(row, 'persons')
  const places = Array.from({ length: size }, (_, place) => place)
  return {
    n,
    means: places.map(place => numberOf(row, `${when}_mean_${place}`)),
    products: places.flatMap(place => places.map(other => numberOf(row, `${when}_covariance_${place}_${other}`) * n)),
  }
}
