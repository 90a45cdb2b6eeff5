import { expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { ConfigError } from './config-readers.ts'
import { withArguments } from './start-arguments.ts'

it('--seed-demo is the same as its variable, and wins over it', () => {
  const plain = withArguments({ AB_PORT: '1' }, [])
  const asked = withArguments({ AB_PORT: '1', AB_SEED_DEMO_ON_STARTUP: 'false' }, ['--seed-demo'])

  expect(readConfig(plain).seedDemo).toBe(false)
  expect(readConfig(asked)).toMatchObject({ seedDemo: true, port: 1 })
})

it('an argument that nobody knows stops the start, by its name', () => {
  const start = () => withArguments({}, ['--seed-demo', '--sed-demo'])

  expect(start).toThrow(ConfigError)
  expect(start).toThrow('--sed-demo: the server takes --seed-demo only')
})
