import { describe, expect, it } from 'vitest'
import { toHttpError } from '../http/error-envelope.ts'
import { isDatabaseDown } from './is-database-down.ts'

const failure = (code: unknown) => Object.assign(new Error('failed'), { code })

describe('a failure of the control plane', () => {
  it.each(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', 'ECONNREFUSED', '53100', '57P01', '08006'])(
    'that passes is 503, to be asked again: %s',
    code => {
      expect(toHttpError(failure(code))).toMatchObject({
        status: 503,
        code: 'storage_unavailable',
        headers: { 'retry-after': '5' },
      })
    },
  )

  it.each(['SQLITE_CONSTRAINT_UNIQUE', '23505', '42P01', 53_100, undefined])('that stays is ours: %s', code => {
    expect(isDatabaseDown(failure(code))).toBe(false)
    expect(toHttpError(failure(code)).status).toBe(500)
  })
})
