import { describe, expect, it } from 'vitest'
import { randomSource } from '../../simulations/random-source.ts'
import { normalUpperQuantile } from '../distributions/normal.ts'
import { type DecisionRead, decisionCharacteristics } from './decision-characteristics.ts'
import { exitProbabilitiesAt } from './exit-probabilities-at.ts'

const INFINITE = Number.POSITIVE_INFINITY

describe('operating characteristics of a decision rule', () => {
  it('is the power of the test where it is read once', () => {
    const z = normalUpperQuantile(0.025)
    const drift = z + normalUpperQuantile(0.2)

    const { ship, noShip, keepRunning, expectedTime } = decisionCharacteristics(
      [{ time: 1, shipFrom: z, goOn: [] }],
      drift,
    )

    expect(ship).toBeCloseTo(0.8, 12)
    expect(noShip).toBeCloseTo(0.2, 12)
    expect([keepRunning, expectedTime]).toEqual([0, 1])
  })

  it('agrees with the exits of a corridor', () => {
    const times = [0.2, 0.4, 0.6, 0.8, 1]
    const upper = [3.5, 2.6, 2.3, 2.2, 2.1]
    const lower = [-3, -1, 0, 0.5, 1]
    const reads = times.map((time, i) => ({ time, shipFrom: upper[i]!, goOn: [[lower[i]!, upper[i]!]] as const }))

    const found = decisionCharacteristics(reads, 2)

    const exits = exitProbabilitiesAt({ times, lower, upper, drift: 2 })
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
    expect(found.ship).toBeCloseTo(sum(exits.upper), 9)
    expect(found.noShip).toBeCloseTo(sum(exits.lower), 9)
    expect(found.keepRunning).toBeCloseTo(exits.inside, 9)
  })

  it('follows two zones that go on, one above the other, as a simulation does', () => {
    const reads: DecisionRead[] = [0.25, 0.5, 0.75, 1].map(time => ({
      time,
      shipFrom: 2.8,
      goOn: [
        [-2, 1],
        [1.8, 2.8],
      ],
    }))
    const runs = 40_000
    const random = randomSource(7)
    let [shipped, stopped] = [0, 0]
    for (let run = 0; run < runs; run += 1) {
      const end = walk(reads, 1.5, () => random.normal())
      if (end === 'ship') shipped += 1
      if (end === 'stop') stopped += 1
    }

    const found = decisionCharacteristics(reads, 1.5)

    expect(Math.abs(found.ship - shipped / runs)).toBeLessThan(4 * Math.sqrt(0.25 / runs))
    expect(Math.abs(found.noShip - stopped / runs)).toBeLessThan(4 * Math.sqrt(0.25 / runs))
    expect(found.ship + found.noShip + found.keepRunning).toBeCloseTo(1, 12)
  })

  it('keeps running where nothing ends it', () => {
    const reads = [{ time: 1, shipFrom: INFINITE, goOn: [[-INFINITE, INFINITE]] as const }]

    const { keepRunning } = decisionCharacteristics(reads, 0)

    expect(keepRunning).toBeCloseTo(1, 12)
  })

  it('refuses times that do not rise', () => {
    const read = { time: 0.5, shipFrom: 2, goOn: [] }

    expect(() => decisionCharacteristics([read, read], 0)).toThrow(RangeError)
    expect(() => decisionCharacteristics([], 0)).toThrow(RangeError)
  })
})

function walk(reads: readonly DecisionRead[], drift: number, normal: () => number): 'ship' | 'stop' | 'on' {
  let [motion, before] = [0, 0]
  for (const { time, shipFrom, goOn } of reads) {
    motion += drift * (time - before) + Math.sqrt(time - before) * normal()
    before = time
    const z = motion / Math.sqrt(time)
    if (z >= shipFrom) return 'ship'
    if (!goOn.some(([lower, upper]) => z >= lower && z < upper)) return 'stop'
  }
  return 'on'
}
