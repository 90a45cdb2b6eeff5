import { expect, it } from 'vitest'
import { envelope } from './error-envelope.ts'
import { badRequest, invalid } from './errors.ts'
import { speechOf } from './speech.ts'

it('an error says in the log, in English, what it answers in the language of the caller', () => {
  const error = badRequest({ key: 'noFiniteSizeAt', values: { mde: 0.5, power: 0.8 } })

  const answers = (['de', 'zh'] as const).map(language => envelope(error, 'id', speechOf(language)).detail)

  expect(error.message).toBe('No finite sample size fits the effect 0.5 at power 0.8')
  expect(answers).toEqual([
    'Keine endliche Stichprobengröße passt zum Effekt 0,5 bei Power 0,8',
    '效应为 0.5、功效为 0.8 时，不存在有限的样本量',
  ])
})

it('a fault of the schema has no prefix, a broken rule has the one of the contract', () => {
  const error = invalid([
    { type: 'less_than', loc: ['body', 'alpha'], phrase: { key: 'notBelow', values: { limit: 1 } }, input: 2 },
    { type: 'value_error', loc: ['body', 'std_dev'], phrase: { key: 'needsSpread', values: { type: 'ratio' } } },
  ])

  const { detail, ...rest } = envelope(error, 'id', speechOf('es'))

  expect(detail).toEqual([
    { type: 'less_than', loc: ['body', 'alpha'], msg: 'El valor debe ser menor que 1', input: 2 },
    {
      type: 'value_error',
      loc: ['body', 'std_dev'],
      msg: 'Value error, una métrica de tipo ratio necesita una desviación estándar mayor que 0',
    },
  ])
  expect(rest).toEqual({ error_code: 'validation_error', status_code: 422, request_id: 'id' })
})
