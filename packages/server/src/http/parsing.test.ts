import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'
import { parseDatetime } from './datetime.ts'
import { preferredLanguage } from './language.ts'
import { roundEffect } from './wire-numbers.ts'

describe('parseDatetime', () => {
  it.each([
    ['2026-05-01T09:00:00Z', Date.UTC(2026, 4, 1, 9)],
    ['2026-05-01T09:00:00', Date.UTC(2026, 4, 1, 9)],
    ['2026-05-01 09:00', Date.UTC(2026, 4, 1, 9)],
    ['2026-05-01', Date.UTC(2026, 4, 1)],
    ['2026-05-01T09:00:00.123456+02:00', Date.UTC(2026, 4, 1, 7, 0, 0, 123)],
    ['2026-05-01T00:00:00-0530', Date.UTC(2026, 4, 1, 5, 30)],
    ['2026-05-01 09:00:00+00', Date.UTC(2026, 4, 1, 9)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['1970-01-01T00:00:00Z', 0],
    ['9999-12-31T23:59:59Z', Date.UTC(9999, 11, 31, 23, 59, 59)],
    ['0001-01-01T00:00:00Z', -62_135_596_800_000],
  ])('reads %s', (text, epochMs) => {
    expect(parseDatetime(text)).toBe(epochMs)
  })

  it.each([
    '',
    'yesterday',
    '2026-13-01',
    '2026-02-29',
    '2026-05-01T24:00:00Z',
    '2026-05-01T09:60:00Z',
    '0000-01-01',
    '10000-01-01T00:00:00Z',
    '2026-05-01T09:00:00+25:00',
    '1714554000',
    '2026-5-1',
  ])('refuses %j', text => {
    expect(parseDatetime(text)).toBeNull()
  })
})

describe('parseDatetime and Date', () => {
  it('agree on every moment that both can name', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('0001-01-01T00:00:00Z'),
          max: new Date('9999-12-31T23:59:59.999Z'),
          noInvalidDate: true,
        }),
        date => {
          expect(parseDatetime(date.toISOString())).toBe(date.getTime())
        },
      ),
    )
  })
})

describe('preferredLanguage', () => {
  it.each([
    [undefined, 'en'],
    ['de-CH,de;q=0.9,en;q=0.8', 'de'],
    ['pt, ru;q=0.4, fr;q=0.5', 'fr'],
    ['*', 'en'],
    ['zh-Hans', 'zh'],
    ['de;q=0, ar;q=0.1', 'ar'],
    ['de;q=x', 'en'],
    ['klingon', 'en'],
  ])('%s → %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language)
  })
})

describe('clientAddress', () => {
  it.each([
    ['no proxy is trusted', '10.0.0.1', '1.2.3.4', { hops: 0, proxies: [] }, '10.0.0.1'],
    ['one hop', '10.0.0.1', '9.9.9.9, 1.2.3.4', { hops: 1, proxies: [] }, '1.2.3.4'],
    ['two hops', '10.0.0.1', '9.9.9.9, 1.2.3.4', { hops: 2, proxies: [] }, '9.9.9.9'],
    ['a chain that is too short', '10.0.0.1', '1.2.3.4', { hops: 2, proxies: [] }, '10.0.0.1'],
    ['a peer outside the trusted networks', '8.8.8.8', '1.2.3.4', { hops: 1, proxies: ['10.0.0.0/8'] }, '8.8.8.8'],
    [
      'a peer inside them, as IPv6 writes it',
      '::ffff:10.1.2.3',
      '1.2.3.4',
      { hops: 1, proxies: ['10.0.0.0/8'] },
      '1.2.3.4',
    ],
    ['words instead of an address', '10.0.0.1', 'evil', { hops: 1, proxies: [] }, '10.0.0.1'],
  ])('%s', (_name, peer, forwarded, trust, expected) => {
    expect(clientAddress(peer, forwarded, trust)).toBe(expected)
  })
})

describe('roundEffect', () => {
  it('keeps four decimals', () => {
    expect(roundEffect({ effect: 3.000049, lower: 0.00136, upper: 6.00079 }, 4)).toEqual({
      effect: 3,
      lower: 0.0014,
      upper: 6.0008,
    })
  })

  it('keeps six significant digits where all is below a hundredth', () => {
    const small = { effect: 0.00123456789, lower: 0.00012345678, upper: 0.00234567891 }

    expect(roundEffect(small, 4)).toEqual({ effect: 0.00123457, lower: 0.000123457, upper: 0.00234568 })
  })
})
