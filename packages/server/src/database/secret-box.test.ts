import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SecretBox, UnopenableSecretError } from './secret-box.ts'
import { secretKeys } from './secret-keys.ts'

describe('a sealed secret', () => {
  const box = new SecretBox(['the first key of all'])

  it('opens with its key and in its place only', () => {
    const sealed = box.seal('täglich 日本', 'webhook:1')

    expect(box.open(sealed, 'webhook:1')).toBe('täglich 日本')
    expect(() => box.open(sealed, 'webhook:2')).toThrow(UnopenableSecretError)
    expect(() => new SecretBox(['another key of ours']).open(sealed, 'webhook:1')).toThrow(UnopenableSecretError)
  })

  it('is never the same twice, and a changed one does not open', () => {
    const sealed = box.seal('x', 'c')
    const parts = sealed.split('.')
    const turned = `${parts.slice(0, 3).join('.')}.${Buffer.from('garbage of some length').toString('base64url')}`

    expect(box.seal('x', 'c')).not.toBe(sealed)
    for (const bad of [turned, '', 'v1', 'v2.a.b.c', parts.slice(0, 3).join('.')]) {
      expect(() => box.open(bad, 'c')).toThrow(UnopenableSecretError)
    }
  })

  it('survives a rotation: old ones open, and are known as old', () => {
    const sealed = box.seal('x', 'c')
    const rotated = new SecretBox(['the second key of all', 'the first key of all'])

    expect(rotated.open(sealed, 'c')).toBe('x')
    expect([rotated.isStale(sealed), rotated.isStale(rotated.seal('x', 'c'))]).toEqual([true, false])
  })
})

describe('keys', () => {
  it('come from the settings, or from a file that only its owner may read, made once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'verdict-keys-'))
    const path = join(folder, 'data')

    const [made] = secretKeys([], path)

    expect(secretKeys([], path)).toEqual([made])
    expect(made).toMatch(/^[\w-]{43}$/)
    expect(statSync(join(path, 'secrets.key')).mode & 0o777).toBe(0o600)
    expect(secretKeys(['new', 'old'], path)).toEqual(['new', 'old'])
    rmSync(folder, { recursive: true })
  })
})
