import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { startTestServer, type TestServer } from '../test-server.ts'

const ROOT = join(import.meta.dirname, '../..')
const ENTRIES = {
  planning: 'e2e/statistics/planning-bundle.ts',
  whole: 'packages/stats/src/index.ts',
  'planning-calls': 'e2e/statistics/planning-calls.ts',
  'whole-calls': 'e2e/statistics/whole-calls.ts',
  answers: 'e2e/statistics/answers.ts',
}

export type StatisticsPart = 'planning' | 'whole'

/** A real server, its policy included, whose pages are `/planning.html` and `/whole.html` instead of the web UI. */
export async function startStatisticsSite(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'verdict-statistics-'))
  await build({ ...options(ENTRIES), outdir: folder })
  await Promise.all([
    writePage(folder, 'planning'),
    writePage(folder, 'whole'),
    writeFile(join(folder, 'index.html'), ''),
  ])
  const server = await startTestServer({ AB_FRONTEND_DIST_PATH: folder })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true })
    },
  }
}

/** The minified bundle of a part, as a browser loads it. */
export async function bundleOf(part: StatisticsPart): Promise<Uint8Array> {
  const { outputFiles } = await build({ ...options({ [part]: ENTRIES[part] }), outdir: '.', write: false })
  return outputFiles[0]!.contents
}

function options(entryPoints: Readonly<Record<string, string>>) {
  return {
    absWorkingDir: ROOT,
    entryPoints,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'warning',
  } as const
}

/** The page calls the functions of its bundle and shows the answers; nothing stands inline. */
async function writePage(folder: string, part: StatisticsPart): Promise<void> {
  const script = `
    import * as statistics from '/${part}.js'
    import { answersText } from '/answers.js'
    import { ${part}Calls } from '/${part}-calls.js'
    const shown = document.createElement('pre')
    shown.textContent = answersText(${part}Calls(statistics))
    document.body.append(shown)
  `
  const html = `<!doctype html><title>${part}</title><body><script type="module" src="/${part}-page.js"></script></body>`
  await writeFile(join(folder, `${part}-page.js`), script)
  await writeFile(join(folder, `${part}.html`), html)
}
