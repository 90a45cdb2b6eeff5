import { expect, it } from 'vitest'
import { partStream } from './part-stream.ts'

async function* parts(count: number): AsyncGenerator<string> {
  for (let part = 0; part < count; part += 1) yield 'x'.repeat(100_000)
}

it('sends every part and closes once', async () => {
  let closed = 0
  const stream = partStream(parts(5), { idleMs: 1000, onClose: () => (closed += 1) })

  let length = 0
  for await (const part of stream) length += part.length

  expect([length, closed]).toEqual([500_000, 1])
})

it('gives a reader up who takes nothing', async () => {
  const stream = partStream(parts(100), { idleMs: 20, onClose: () => undefined })
  stream.read()

  const error = await new Promise(resolve => stream.once('error', resolve))

  expect(error).toMatchObject({ message: 'The reader has stopped.' })
})

it('closes although nobody ever reads', async () => {
  const closed = new Promise<void>(resolve => {
    partStream(parts(1), { idleMs: 1000, onClose: resolve }).destroy()
  })

  await expect(closed).resolves.toBeUndefined()
})
