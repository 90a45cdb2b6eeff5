import { expect, test } from 'vitest'
import { fill, isolate, pluralForm } from './fill.ts'

test('values go where their names stand', () => {
  const text = fill('{{count}} of {{total}}, {{count}}', { count: '1', total: '2' })

  expect(text).toBe('1 of 2, 1')
})

test('a name without a value stays to be seen', () => {
  const text = fill('{{count}} of {{total}}', { count: '1' })

  expect(text).toBe('1 of {{total}}')
})

test('Russian counts choose among their forms', () => {
  const forms = { one: 'эксперимент', few: 'эксперимента', many: 'экспериментов', other: 'эксперимента' }

  const chosen = [1, 2, 5, 21].map(count => pluralForm(forms, count, 'ru'))

  expect(chosen).toEqual(['эксперимент', 'эксперимента', 'экспериментов', 'эксперимент'])
})

test('a value is isolated from a right-to-left sentence', () => {
  const values = isolate({ effect: '+1.2 [−0.3; 2.7]' })

  expect(values.effect).toBe('\u2068+1.2 [−0.3; 2.7]\u2069')
})
