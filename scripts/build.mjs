import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { fingerprint, isFresh, markFresh } from './freshness.mjs'
import { ensureInstalled } from './install.mjs'

const SHARED = [
  'package-lock.json',
  'scripts/build.mjs',
  'packages/stats',
  'packages/sdk',
  'packages/client',
  'packages/charts',
]
const PARTS = [
  {
    name: 'server and CLI',
    sources: ['packages/server', 'packages/cli'],
    marker: 'packages/server/dist/.fresh',
    build: buildNode,
  },
  { name: 'web UI', sources: ['packages/web'], marker: 'packages/web/dist/.fresh', build: buildWeb },
]

/** Builds what is stale and nothing else. */
export async function ensureBuilt() {
  ensureInstalled()
  for (const { name, sources, marker, build } of PARTS) {
    const print = fingerprint([...SHARED, ...sources])
    if (isFresh(marker, print)) continue
    console.log(`Building the ${name} ...`)
    await build()
    markFresh(marker, print)
  }
}

async function buildNode() {
  for (const part of ['server', 'cli']) await buildPart(part, `packages/${part}/dist`)
}

async function buildPart(part, dist) {
  const esbuild = await import('esbuild')
  rmSync(dist, { recursive: true, force: true })
  await esbuild.build({
    entryPoints: {
      ...ENTRIES[part],
      'duckdb-worker': 'packages/server/src/event-store/duckdb/duckdb-worker.ts',
      'compute-thread': 'packages/server/src/compute-thread.ts',
    },
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [npmStaysOutside],
  })
  cpSync('packages/server/src/event-store/queries', `${dist}/queries`, { recursive: true })
}

const ENTRIES = {
  server: { main: 'packages/server/src/main.ts' },
  cli: { verdict: 'packages/cli/src/verdict.ts' },
}

// Everything from npm stays in node_modules; only our own packages are bundled.
const npmStaysOutside = {
  name: 'npm-stays-outside',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@verdict/') ? undefined : { path, external: true },
    )
  },
}

function buildWeb() {
  execFileSync('npx', ['vite', 'build', '--logLevel', 'warn'], { cwd: 'packages/web', stdio: 'inherit' })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  // --server FOLDER: the server alone, as it stands, beside the build that is there.
  if (process.argv[2] === '--server') await buildPart('server', process.argv[3])
  else await ensureBuilt()
}
