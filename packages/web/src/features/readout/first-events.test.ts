import { expect, test } from 'vitest'
import { firstEvents } from './first-events.ts'

const given = { origin: 'http://127.0.0.1:8008', experimentId: 'id-1', metric: 'purchase' }

test('the commands carry the address, the experiment and the metric', () => {
  const { exposures, conversions } = firstEvents(given)

  expect(exposures).toContain("curl -X POST 'http://127.0.0.1:8008/api/v1/experiments/id-1/exposures'")
  expect(conversions).toContain('"metric":"purchase"')
})

test('a quote in the name of a metric does not end the argument of the shell', () => {
  const { conversions } = firstEvents({ ...given, metric: "it's" })

  expect(conversions).toContain(`"metric":"it'\\''s"`)
})
