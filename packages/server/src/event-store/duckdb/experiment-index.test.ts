import { describe, expect, it } from 'vitest'
import { ExperimentIndex } from './experiment-index.ts'
import { seededHash } from './hash-bytes.ts'
import { IdBytes } from './id-bytes.ts'

describe('the index of an experiment', () => {
  it('knows the arm and the stratum of each user apart', () => {
    const index = new ExperimentIndex(seededHash(1))

    index.setArm(0, -1)
    index.setArm(500, 3)
    index.markStratum(200)

    expect([0, 1, 500, 501, -1].map(userKey => index.armOf(userKey))).toEqual([-1, null, 3, null, null])
    expect([0, 200, 201].map(userKey => index.hasStratum(userKey))).toEqual([false, true, false])
  })

  it('takes less than 55 bytes for an exposed user with a UUID', () => {
    const index = new ExperimentIndex(seededHash(1))
    const id = new IdBytes()

    for (let at = 0; at < 100_000; at += 1) {
      const userId = `0f8fad5b-d9cb-469f-a165-${at.toString(16).padStart(12, '0')}`
      index.setArm(index.users.intern(id.encode(userId)), at % 2)
    }

    expect(index.byteLength / 100_000).toBeLessThan(55)
  })
})
