import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { runDaily } from './daily.ts'

const DAY_MS = 86_400_000

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('runs soon after the start and once a day, until it is stopped', async () => {
  let runs = 0
  const stop = runDaily(async () => {
    runs += 1
  }, fail)

  await vi.advanceTimersByTimeAsync(60_000)
  const atFirst = runs
  await vi.advanceTimersByTimeAsync(3 * DAY_MS)
  stop()
  await vi.advanceTimersByTimeAsync(3 * DAY_MS)

  expect([atFirst, runs]).toEqual([1, 4])
})

it('goes on after a failure, and tells it', async () => {
  const errors: unknown[] = []
  const stop = runDaily(
    async () => {
      throw new Error('no room')
    },
    error => errors.push(error),
  )

  await vi.advanceTimersByTimeAsync(60_000 + DAY_MS)
  stop()

  expect(errors).toHaveLength(2)
})

function fail(error: unknown): void {
  throw error
}
