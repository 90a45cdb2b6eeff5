import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { routes } from '../packages/server/src/routes.ts'

const SKIPPED = new Set(['node_modules', 'dist', 'fixtures', 'data', '.git', '.verdict'])
const files = ['packages', 'bench', 'e2e', 'scripts', 'test'].flatMap(sourceFiles)
const product = files.filter(
  file => /^packages\/[^/]+\/src\//.test(file) && !isTestFile(file) && !file.includes('.gen.'),
)

describe('imports point one way', () => {
  const allowed: Record<string, readonly string[]> = {
    stats: [],
    sdk: [],
    client: [],
    charts: ['stats'],
    server: ['charts', 'stats', 'sdk'],
    web: ['client', 'charts', 'stats', 'sdk'],
    cli: ['client', 'server', 'stats'],
  }

  it('between packages', () => {
    const wrong = product.flatMap(file =>
      importsOf(file)
        .filter(({ to }) => to.startsWith('@verdict/'))
        .filter(({ to }) => !allowed[packageOf(file)]!.includes(to.split('/')[1]!))
        .map(({ to }) => `${file} imports ${to}`),
    )

    expect(wrong).toEqual([])
  })

  it('and no package reaches into the files of another', () => {
    const wrong = product.flatMap(file =>
      relativeImports(file)
        .filter(to => packageOf(to) !== packageOf(file))
        .map(to => `${file} imports ${to}`),
    )

    expect(wrong).toEqual([])
  })

  it('stats and sdk stand alone', () => {
    const outside = product
      .filter(file => /^packages\/(stats|sdk)\//.test(file))
      .flatMap(file =>
        importsOf(file)
          .filter(({ to }) => !to.startsWith('.'))
          .map(({ to }) => `${file} imports ${to}`),
      )

    expect(outside).toEqual([])
  })

  it('inside the server: features know http, database, jobs, event-store; these do not know features', () => {
    const layers = ['http', 'database', 'jobs', 'event-store']
    const wrong = product
      .filter(file => layers.includes(layerOf(file)))
      .flatMap(file =>
        relativeImports(file)
          .filter(to => layerOf(to) === 'features')
          .map(to => `${file} imports ${to}`),
      )

    expect(wrong).toEqual([])
  })

  it('inside the server: the event store knows no database and no HTTP', () => {
    const wrong = product
      .filter(file => layerOf(file) === 'event-store')
      .flatMap(file =>
        relativeImports(file)
          .filter(to => ['http', 'database'].includes(layerOf(to)))
          .map(to => `${file} imports ${to}`),
      )

    expect(wrong).toEqual([])
  })

  it('inside the web UI: ui and i18n know no feature, features know no app', () => {
    const rank: Record<string, number> = { ui: 0, i18n: 0, features: 1, app: 2 }
    const wrong = product
      .filter(file => file.startsWith('packages/web/'))
      .flatMap(file => {
        const own = rank[folderOf(file)] ?? 2
        return relativeImports(file)
          .filter(to => (rank[folderOf(to)] ?? 2) > own)
          .map(to => `${file} imports ${to}`)
      })

    expect(wrong).toEqual([])
  })
})

describe('what is pure stays pure', () => {
  const clockOrChance = /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|randomBytes|setTimeout|setInterval)\b/

  it('no clock and no randomness in stats and sdk', () => {
    const pure = product.filter(file => /^packages\/(stats|sdk)\//.test(file))

    expect(pure.filter(file => clockOrChance.test(read(file)))).toEqual([])
  })

  it('no clock and no randomness in features, but for new ids', () => {
    const features = product.filter(file => layerOf(file) === 'features')

    expect(features.filter(file => clockOrChance.test(read(file)))).toEqual([])
  })

  it('only config.ts is given the environment, and only main.ts and the CLI read it', () => {
    const readers = product.filter(file => /process\.env/.test(read(file)))

    expect(readers).toEqual(['packages/cli/src/verdict.ts', 'packages/server/src/main.ts'])
  })
})

describe('names lead to things', () => {
  it('a route lives in a file named after its operationId', () => {
    const names = new Set(product.filter(file => layerOf(file) === 'features').map(file => basename(file, '.ts')))
    const lost = routes.map(({ operationId }) => kebab(operationId)).filter(name => !names.has(name))

    expect(lost).toEqual([])
  })

  it('a table is touched by exactly one repository', () => {
    const tables = [...read('packages/server/src/database/tables.ts').matchAll(/readonly (\w+): \w+Table$/gm)].map(
      match => match[1]!,
    )
    const touching = (table: string) =>
      product.filter(file =>
        new RegExp(
          `(selectFrom|insertInto|updateTable|deleteFrom)\\('${table}'\\)|^(insert into|update) ${table}\\b`,
          'm',
        ).test(read(file)),
      )
    const owner = (table: string) => `${table.replaceAll('_', '-').replace('audit-log', 'audit')}-repository.ts`

    expect(tables.length).toBeGreaterThan(0)
    for (const table of tables) expect(touching(table).map(file => basename(file))).toEqual([owner(table)])
  })

  it('files are kebab-case, and none is a drawer for junk', () => {
    const junk = /^(utils?|helpers?|common|misc|shared|core|types)(\.|$)/
    const wrong = product.filter(
      file => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(basename(file)) || junk.test(basename(file)),
    )

    expect(wrong).toEqual([])
  })

  it('a TypeScript file exports by name: no default export, no export *', () => {
    const wrong = files.filter(file => !file.endsWith('config.ts') && /^export (default|\*)/m.test(read(file)))

    expect(wrong).toEqual([])
  })
})

describe('budgets', () => {
  it('a file has at most 300 lines', () => {
    const long = [...product, ...files.filter(file => /^(bench|e2e|scripts)\//.test(file))].filter(
      file => !/(locales|i18n)\//.test(file) && lineCount(file) > 300,
    )

    expect(long).toEqual([])
  })

  it('half of the files have at most 80 lines', () => {
    const counts = product.map(lineCount).sort((a, b) => a - b)

    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(80)
  })

  it('a function has at most 60 lines, and nine in ten at most 25', () => {
    const lengths = product.flatMap(functionLengths)
    const long = lengths.filter(({ lines }) => lines > 60).map(({ at, lines }) => `${at}: ${lines} lines`)
    const short = lengths.filter(({ lines }) => lines <= 25).length / lengths.length

    expect(long).toEqual([])
    expect(short).toBeGreaterThanOrEqual(0.9)
  })

  it('no any, and no escape through unknown', () => {
    const escapes = product.filter(file => /: any\b|as any\b|as unknown as|@ts-(ignore|nocheck)/.test(read(file)))

    expect(escapes).toEqual([])
  })
})

function sourceFiles(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    if (SKIPPED.has(name)) return []
    if (statSync(path).isDirectory()) return sourceFiles(path)
    return /\.(ts|tsx|mjs)$/.test(name) ? [path] : []
  })
}

function isTestFile(file: string): boolean {
  return /\.(test|case)\.tsx?$/.test(file) || /\/test-engine\/|test-app\.ts$/.test(file)
}

function read(file: string): string {
  return readFileSync(file, 'utf8')
}

function lineCount(file: string): number {
  return read(file).split('\n').length - 1
}

function packageOf(file: string): string {
  return file.split('/')[1]!
}

function folderOf(file: string): string {
  return file.split('/')[3] ?? ''
}

function layerOf(file: string): string {
  return file.startsWith('packages/server/src/') ? folderOf(file) : ''
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}

function importsOf(file: string): { readonly to: string }[] {
  const { importedFiles } = ts.preProcessFile(read(file), true, true)
  return importedFiles.map(({ fileName }) => ({ to: fileName }))
}

function relativeImports(file: string): string[] {
  return importsOf(file)
    .filter(({ to }) => to.startsWith('.'))
    .map(({ to }) => relative('.', resolve(dirname(file), to)))
}

function functionLengths(file: string): { readonly at: string; readonly lines: number }[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true)
  const found: { at: string; lines: number }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const start = source.getLineAndCharacterOfPosition(node.getStart()).line
      const end = source.getLineAndCharacterOfPosition(node.getEnd()).line
      found.push({ at: `${file}:${start + 1}`, lines: end - start + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
