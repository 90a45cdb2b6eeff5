import { expect, it } from 'vitest'
import type { Project } from '../projects/project.ts'
import { lookTaker } from './take-due-looks.ts'

it('reads what has changed, once, and nothing before the first row', async () => {
  const versions: Record<string, string> = { one: '7.1', two: '0.1' }
  let active = [{ id: 'one' }, { id: 'two' }] as Project[]
  const read: string[] = []
  const takeDueLooks = lookTaker({
    projects: { listActive: async () => active },
    readouts: {
      versionOf: async ({ id }) => versions[id]!,
      current: async ({ id }) => {
        read.push(id)
        return {} as never
      },
    },
  })

  await takeDueLooks()
  await takeDueLooks()
  versions.two = '9.1'
  await takeDueLooks()
  active = []
  await takeDueLooks()

  expect(read).toEqual(['one', 'two'])
})
