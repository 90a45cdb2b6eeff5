import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { legacyCanonical } from './legacy-canonical.ts'
import { pythonFloat, pythonInteger, pythonText } from './python-json.ts'
import { markWholeFloats, wholeFloatOf } from './whole-floats.ts'

// Written by fixtures/workspace-bundle.py: what Python itself prints and computes.
const oracle = JSON.parse(
  readFileSync(new URL('../../../fixtures/workspace-bundles.json', import.meta.url), 'utf8'),
) as {
  readonly key: string
  readonly floats: readonly string[]
  readonly bundles: Readonly<Record<string, string>>
}

const parsed = (text: string) => JSON.parse(markWholeFloats(text)) as Readonly<Record<string, unknown>>
const sealed = Object.keys(oracle.bundles).filter(name => name !== 'version_1')

describe('the canonical bytes of the earlier system', () => {
  it.each(sealed)('of %s are those that Python has hashed', name => {
    const bundle = parsed(oracle.bundles[name]!)

    const text = legacyCanonical('#WorkspaceBundle', bundle)

    const { checksum_sha256, signature_hmac_sha256 } = bundle.integrity as Record<string, string | null>
    expect(createHash('sha256').update(text).digest('hex')).toBe(checksum_sha256)
    const signature = createHmac('sha256', oracle.key).update(text).digest('hex')
    if (signature_hmac_sha256 !== null) expect(signature).toBe(signature_hmac_sha256)
  })

  it.each(sealed.filter(name => name !== 'version_3_written'))(
    'of %s outlive a JavaScript that prints 5.0 as 5',
    name => {
      const again = JSON.stringify(JSON.parse(oracle.bundles[name]!))

      const bundle = parsed(again)

      const checksum = createHash('sha256').update(legacyCanonical('#WorkspaceBundle', bundle)).digest('hex')
      expect(checksum).toBe((bundle.integrity as Record<string, string>).checksum_sha256)
    },
  )

  it('refuse a field that the earlier system does not know, where it refuses one, and leave it out elsewhere', () => {
    const project = { ...parsed(oracle.bundles.version_3!), projects: [{ payload: { decision_policy: {} } }] }

    expect(() => legacyCanonical('#WorkspaceBundle', project)).toThrow('validation_error')
    expect(legacyCanonical('#WarningResponse', { code: 'a', more: 1 })).not.toContain('more')
  })
})

describe('numbers and texts as Python writes them', () => {
  it.each(oracle.floats)('%s', text => {
    expect(pythonFloat(Number(text))).toBe(text)
  })

  it('write integers without an exponent', () => {
    expect([pythonInteger(1e21), pythonInteger(-7), pythonInteger(-0)]).toEqual(['1000000000000000000000', '-7', '0'])
  })

  it('escape all but printable ASCII, a character of two units twice', () => {
    expect(pythonText('aé漢🎉\u007f\n"\\')).toBe('"a\\u00e9\\u6f22\\ud83c\\udf89\\u007f\\n\\"\\\\"')
  })
})

describe('whole numbers that are written as floats', () => {
  it('are marked where they stand, and in no text', () => {
    const marked = JSON.parse(markWholeFloats('{"5.0":"a 1.0 \\" 2.0\\\\","v":[1.0,-3e2,2,2.5,1e-3,-0.0]}'))

    expect(marked['5.0']).toBe('a 1.0 " 2.0\\')
    expect(marked.v.map(wholeFloatOf)).toEqual([1, -300, null, null, null, -0])
  })
})

describe('the canonical bytes of our own bundles', () => {
  it('are equal for equal values, whatever the order of keys', () => {
    expect(canonicalJson({ b: [1, 'ü', null], a: { d: true, c: 0.1 } })).toBe(
      '{"a":{"c":0.1,"d":true},"b":[1,"\\u00fc",null]}',
    )
  })

  it('refuse a body that nests deeper than any bundle', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)

    expect(() => canonicalJson(deep)).toThrow('validation_error')
    expect(() => legacyCanonical('free', { deep })).toThrow('validation_error')
  })
})
