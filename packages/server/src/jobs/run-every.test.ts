import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DAILY, HOURLY, runEvery } from './run-every.ts'

const DAY_MS = 86_400_000

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('runs soon after the start and then in its rhythm, until it is stopped', async () => {
  let runs = 0
  const work = async () => {
    runs += 1
  }
  const stop = runEvery(DAILY, work, fail)

  await vi.advanceTimersByTimeAsync(60_000)
  const atFirst = runs
  await vi.advanceTimersByTimeAsync(3 * DAY_MS)
  stop()
  await vi.advanceTimersByTimeAsync(3 * DAY_MS)

  expect([atFirst, runs]).toEqual([1, 4])
})

it('goes on after a failure, and tells it', async () => {
  const errors: unknown[] = []
  const work = async () => {
    throw new Error('no room')
  }
  const stop = runEvery(DAILY, work, error => errors.push(error))

  await vi.advanceTimersByTimeAsync(60_000 + DAY_MS)
  stop()

  expect(errors).toHaveLength(2)
})

it('leaves a turn out while the work of the last one is not done', async () => {
  let [begun, end] = [0, () => {}]
  const work = () => {
    begun += 1
    return new Promise<void>(resolve => {
      end = resolve
    })
  }
  const stop = runEvery(HOURLY, work, fail)

  await vi.advanceTimersByTimeAsync(60_000 + 2 * 3_600_000)
  const whileBusy = begun
  end()
  await vi.advanceTimersByTimeAsync(3_600_000)
  stop()

  expect([whileBusy, begun]).toEqual([1, 2])
})

function fail(error: unknown): void {
  throw error
}
