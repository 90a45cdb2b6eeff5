import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { startTestServer, type TestServer } from '../test-server.ts'

const ROOT = join(import.meta.dirname, '../..')
const BUNDLES = {
  planning: 'e2e/statistics/planning-bundle.ts',
  whole: 'packages/stats/src/index.ts',
}
const CALLS = {
  'planning-calls': 'e2e/statistics/planning-calls.ts',
  'whole-calls': 'e2e/statistics/whole-calls.ts',
  answers: 'e2e/statistics/answers.ts',
  'portable-math': 'e2e/statistics/portable-math.ts',
}

export type StatisticsPart = keyof typeof BUNDLES

/** Whose Math computes: the engine's, or ours, which is the same everywhere. */
export type MathOf = 'engine' | 'portable'

export interface StatisticsSite extends TestServer {
  /** the page that shows the answers of a part in its `pre` */
  pageUrl(part: StatisticsPart, math: MathOf): string
  /** the same files, run by Node */
  answersInNode(part: StatisticsPart, math: MathOf): Promise<string>
}

/** A real server, its policy included, with pages that call the bundles instead of the web UI. */
export async function startStatisticsSite(): Promise<StatisticsSite> {
  const folder = await mkdtemp(join(tmpdir(), 'verdict-statistics-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  for (const math of ['engine', 'portable'] as const) await writeScripts(join(folder, math), math)
  const server = await startTestServer({ AB_FRONTEND_DIST_PATH: folder })
  return {
    url: server.url,
    pageUrl: (part, math) => `${server.url}/${math}/${part}.html`,
    async answersInNode(part, math) {
      const program = join(folder, math, `${part}-print.js`)
      return (await promisify(execFile)(process.execPath, [program], { maxBuffer: 2 ** 24 })).stdout
    },
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true })
    },
  }
}

/** The minified bundle of a part, as a browser loads it. */
export async function bundleOf(part: StatisticsPart): Promise<Uint8Array> {
  const { outputFiles } = await build({ ...options('engine'), entryPoints: [BUNDLES[part]], outdir: '.', write: false })
  return outputFiles[0]!.contents
}

/** Without the operator `**` there is nothing left that the language leaves to the engine but functions of Math. */
function options(math: MathOf) {
  return {
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    supported: { 'exponent-operator': math === 'engine' },
    logLevel: 'warning',
  } as const
}

/** Nothing stands inline, and each import is a file of its own; Math is replaced before the statistics are loaded. */
async function writeScripts(folder: string, math: MathOf): Promise<void> {
  await mkdir(folder)
  await build({ ...options(math), entryPoints: { ...BUNDLES, ...CALLS }, outdir: folder })
  const begin = math === 'portable' ? `import { usePortableMath } from './portable-math.js'\nusePortableMath()\n` : ''
  await writeFile(join(folder, 'begin.js'), begin)
  for (const part of ['planning', 'whole'] as const) {
    const files = {
      'answers.js': `
        import './begin.js'
        import * as statistics from './${part}.js'
        import { answersText } from './answers.js'
        import { ${part}Calls } from './${part}-calls.js'
        export const text = answersText(${part}Calls(statistics))`,
      'show.js': `
        import { text } from './${part}-answers.js'
        document.body.append(Object.assign(document.createElement('pre'), { textContent: text }))`,
      'print.js': `
        import { text } from './${part}-answers.js'
        process.stdout.write(text)`,
    }
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, `${part}-${name}`), text)
    const page = `<!doctype html><title>${part}</title><body><script type="module" src="./${part}-show.js"></script></body>`
    await writeFile(join(folder, `${part}.html`), page)
  }
}
