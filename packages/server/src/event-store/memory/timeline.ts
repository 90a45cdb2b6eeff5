import type { Timeline, TimelineDay, TimelineQuery } from '../event-store.ts'
import { crossMomentsOf } from './exact-moments.ts'
import type { ExperimentLog, LoggedConversion } from './experiment-log.ts'
import { countedEvents, dayOf, outcomeOf, timeOf } from './outcomes.ts'
import type { Person } from './persons.ts'
import { countedPersons } from './population.ts'

/** Each day anew from all rows until then. */
export function timelineOf(log: ExperimentLog, query: TimelineQuery): Timeline {
  const { population } = countedPersons(log, query)
  const arms = Array.from({ length: query.armCount }, (_, arm) =>
    population.filter(({ exposure }) => exposure.arm === arm),
  )
  const days = arms.flatMap((persons, arm) =>
    changeDays(persons, query).map(day => ({ day, arm, moments: momentsAt(persons, day, query) })),
  )
  return { dataVersion: String(log.lastSequence), days: days.sort((a, b) => a.day - b.day || a.arm - b.arm) }
}

function changeDays(persons: readonly Person[], query: TimelineQuery): number[] {
  const days = persons.flatMap(person => [
    exposureDay(person),
    ...query.metrics.flatMap(metric =>
      countedEvents(person, metric, query).map(event => Math.max(dayOf(timeOf(event)), exposureDay(person))),
    ),
  ])
  return [...new Set(days)]
}

function momentsAt(persons: readonly Person[], day: number, query: TimelineQuery): TimelineDay['moments'] {
  const until = persons
    .filter(person => exposureDay(person) <= day)
    .map(person => ({ ...person, events: person.events.filter(event => isBy(event, day)) }))
  return crossMomentsOf(query.metrics.map(metric => until.map(person => outcomeOf(person, metric, query))))
}

function isBy(event: LoggedConversion, day: number): boolean {
  return dayOf(timeOf(event)) <= day
}

function exposureDay({ exposure }: Person): number {
  return dayOf(timeOf(exposure))
}
