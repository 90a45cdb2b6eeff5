import type { PopulationQuery } from '../event-store.ts'
import type { ExperimentLog } from './experiment-log.ts'
import { isRateSpike } from './is-rate-spike.ts'
import { type Person, personsOf } from './persons.ts'

/** Who is counted, and who was left out and why. */
export function countedPersons(log: ExperimentLog, { rateSpike, armCount }: PopulationQuery) {
  const persons = personsOf(log)
  const excluded = persons.filter(person => person.isExcluded)
  const spiking = persons.filter(person => !person.isExcluded && isRateSpike(person.events, rateSpike))
  const left = new Set<Person>([...excluded, ...spiking])
  const counted = persons.filter(person => !left.has(person))
  return {
    population: counted.filter(({ exposure }) => exposure.arm >= 0 && exposure.arm < armCount),
    heldOut: counted.filter(({ exposure }) => exposure.arm === -1),
    excluded,
    spiking,
  }
}
