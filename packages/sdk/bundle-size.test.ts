import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'

// What a page loads for one import, minified and gzipped, in bytes. The README tells these figures.
const BUDGETS: readonly [name: string, entry: string, bytes: number][] = [
  ['assign', 'index', 1300],
  ['createEvaluator', 'index', 3300],
  ['createClient', 'index', 5500],
  ['VerdictWebProvider', 'openfeature-web', 1500],
  ['VerdictServerProvider', 'openfeature-server', 1500],
]

describe('the bundle of', () => {
  test.each(BUDGETS)('%s from %s takes at most %i bytes', async (name, entry, bytes) => {
    const size = await gzippedSize(`export { ${name} } from './src/${entry}.ts'`)

    expect(size).toBeLessThanOrEqual(bytes)
    expect(size).toBeGreaterThan(bytes / 2)
  })
})

async function gzippedSize(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  })
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length
}
