import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProgram } from './program.ts'

// Bundles whose checksums Python has computed.
const fixture = fileURLToPath(new URL('../../server/fixtures/workspace-bundles.json', import.meta.url))
const oracle = JSON.parse(readFileSync(fixture, 'utf8')) as {
  readonly key: string
  readonly bundles: Readonly<Record<string, string>>
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verdict-workspace-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function workspace(data: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  let printed = ''
  const program = newProgram({ write: text => (printed += text), env }).exitOverride()
  await program.parseAsync(['node', 'verdict', 'workspace', ...args, '--data', join(folder, data)])
  return printed
}

function written(name: string): string {
  const file = join(folder, `${name}.json`)
  writeFileSync(file, oracle.bundles[name]!)
  return file
}

describe('verdict workspace', () => {
  it('brings a bundle of the earlier system in, and takes it out and into another folder', async () => {
    const bundle = join(folder, 'ours.json')

    const imported = await workspace('one', ['import', written('version_3')])
    await workspace('one', ['export', bundle, '--execution'])
    const again = await workspace('two', ['import', bundle])

    expect(imported).toContain('2 projects, 1 analyses, 2 revisions')
    expect(again).toContain('2 projects, 1 analyses, 3 revisions')
    expect(statSync(bundle).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(bundle, 'utf8'))).toMatchObject({ schema_version: 4, execution: [] })
  })

  it('checks a bundle, with the signing key of the environment', async () => {
    const file = written('version_3_signed')

    const valid = await workspace('three', ['validate', file], { AB_WORKSPACE_SIGNING_KEY: oracle.key })

    expect(valid).toContain('version 3, 2 projects, checksum')
    expect(valid).toContain('signature verified')
    await expect(workspace('three', ['validate', file])).rejects.toThrow('workspace_signature_verification_unavailable')
  })

  it('imports once for a key', async () => {
    const args = ['import', written('version_2'), '--key', 'once']
    await workspace('four', args)
    await workspace('four', args)
    const out = join(folder, 'four.json')

    await workspace('four', ['export', out, '--bundle-version', '3'])

    const bundle = JSON.parse(readFileSync(out, 'utf8'))
    expect([bundle.schema_version, bundle.projects.length]).toEqual([3, 2])
  })

  it('says what is wrong, and leaves no file behind', async () => {
    const damaged = join(folder, 'damaged.json')
    writeFileSync(damaged, oracle.bundles.version_3!.replace('Kasse', 'Kiste'))
    const out = join(folder, 'none.json')

    await expect(workspace('five', ['import', damaged])).rejects.toThrow('workspace_integrity_checksum_mismatch')
    await expect(workspace('five', ['import', join(folder, 'missing.json')])).rejects.toThrow('can not be read')
    await expect(workspace('five', ['export', out, '--bundle-version', '9'])).rejects.toThrow('version')
    expect([existsSync(out), existsSync(`${out}.part`)]).toEqual([false, false])
  })
})
