import { describe, expect, test } from 'vitest'
import { type Assignment, assign, type ExperimentConfig } from './assign.ts'

// Under seed exp-1, version 2, user-42 stands at 0.7191: the second of two equal arms.
const userId = 'user-42'
const experiment: ExperimentConfig = {
  seed: 'exp-1',
  weights: [0.5, 0.5],
  coverage: 1,
  namespace: null,
  targetingRules: [],
}
const nobody: ExperimentConfig = {
  ...experiment,
  namespace: { id: 'checkout', rangeStart: 0, rangeEnd: 0 },
  targetingRules: [{ attribute: 'country', operator: 'equals', value: 'DE' }],
}

describe('assign', () => {
  test('chooses the arm by the hash', () => {
    const assignment = assign({ experiment, userId })

    expect(assignment).toEqual<Assignment>({
      arm: 1,
      inExperiment: true,
      hash: 0.7191,
      sticky: false,
      holdout: false,
      namespaceExcluded: false,
      targetingExcluded: false,
      coverage: 1,
      weights: [0.5, 0.5],
      ranges: [
        [0, 0.5],
        [0.5, 1],
      ],
    })
  })

  test('hashes by the version asked for', () => {
    const assignment = assign({ experiment, userId, hashVersion: 1 })

    expect(assignment).toMatchObject({ arm: 0, inExperiment: true, hash: 0.26 })
  })

  test('leaves out a user whose place lies beyond the coverage of the arm', () => {
    const assignment = assign({ experiment: { ...experiment, coverage: 0.4 }, userId })

    expect(assignment).toMatchObject({
      arm: -1,
      inExperiment: false,
      hash: 0.7191,
      holdout: false,
      sticky: false,
      coverage: 0.4,
    })
  })

  test('repeats the recorded arm before rules and namespace are asked', () => {
    const assignment = assign({ experiment: nobody, userId, recordedArm: 0 })

    expect(assignment).toMatchObject({ arm: 0, inExperiment: true, hash: 0.7191, sticky: true, holdout: false })
    expect(assignment).toMatchObject({ namespaceExcluded: false, targetingExcluded: false })
  })

  test('keeps a recorded holdout outside the experiment', () => {
    const assignment = assign({ experiment, userId, recordedArm: -1 })

    expect(assignment).toMatchObject({ arm: -1, inExperiment: false, sticky: true, holdout: true, hash: 0.7191 })
  })

  test('takes a recorded arm of null for none', () => {
    expect(assign({ experiment, userId, recordedArm: null })).toEqual(assign({ experiment, userId }))
  })

  test('names the targeting rules before the namespace when both exclude', () => {
    const assignment = assign({ experiment: nobody, userId, attributes: { country: 'FR' } })

    expect(assignment).toMatchObject({ arm: -1, inExperiment: false, hash: 0.7191 })
    expect(assignment).toMatchObject({
      targetingExcluded: true,
      namespaceExcluded: false,
      sticky: false,
      holdout: false,
    })
  })

  test('names the namespace when the rules hold', () => {
    const assignment = assign({ experiment: nobody, userId, attributes: { country: 'DE' } })

    expect(assignment).toMatchObject({ arm: -1, inExperiment: false, hash: 0.7191 })
    expect(assignment).toMatchObject({
      targetingExcluded: false,
      namespaceExcluded: true,
      sticky: false,
      holdout: false,
    })
  })

  test.each([undefined, null])('reads attributes of %j as none', attributes => {
    const assignment = assign(
      attributes === undefined ? { experiment: nobody, userId } : { experiment: nobody, userId, attributes },
    )

    expect(assignment.targetingExcluded).toBe(true)
  })

  test('uses and reports equal weights when those of the experiment do not sum to one', () => {
    const assignment = assign({ experiment: { ...experiment, weights: [0.9, 0.9] }, userId })

    expect(assignment.weights).toEqual([0.5, 0.5])
    expect(assignment.ranges).toEqual([
      [0, 0.5],
      [0.5, 1],
    ])
  })

  test('reports the coverage that counted', () => {
    expect(assign({ experiment: { ...experiment, coverage: 1.7 }, userId }).coverage).toBe(1)
    expect(assign({ experiment: { ...experiment, coverage: -1 }, userId }).coverage).toBe(0)
  })

  test('takes an empty user id into no experiment', () => {
    expect(assign({ experiment, userId: '' })).toMatchObject({
      arm: -1,
      inExperiment: false,
      hash: null,
      holdout: false,
    })
  })

  test('keeps every user of an arm when the coverage grows', () => {
    const userIds = Array.from({ length: 20_000 }, (_, i) => `user-${i}`)
    const armsAt = (coverage: number) =>
      userIds.map(id => assign({ experiment: { ...experiment, coverage }, userId: id }).arm)

    const [tenth, half, all] = [armsAt(0.1), armsAt(0.5), armsAt(1)]

    expect(tenth.filter((arm, i) => arm >= 0 && arm !== half[i])).toEqual([])
    expect(half.filter((arm, i) => arm >= 0 && arm !== all[i])).toEqual([])
    expect(tenth.filter(arm => arm >= 0).length / userIds.length).toBeCloseTo(0.1, 2)
  })

  test('splits 100,000 users as the weights say', () => {
    const weights = [0.5, 0.3, 0.2]
    const counts = weights.map(() => 0)

    for (let i = 0; i < 100_000; i += 1)
      counts[assign({ experiment: { ...experiment, weights }, userId: `user-${i}` }).arm]! += 1

    // The 0.9999 quantile of chi-square with 2 degrees of freedom is 18.4.
    const chiSquare = counts.reduce(
      (sum, count, arm) => sum + (count - 1e5 * weights[arm]!) ** 2 / (1e5 * weights[arm]!),
      0,
    )
    expect(chiSquare).toBeLessThan(18.4)
  })
})
