import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { VERSION } from '../packages/server/src/config.ts'
import { openApiDocument } from '../packages/server/src/http/openapi.ts'
import { routes } from '../packages/server/src/routes.ts'
import { legacySchemasSource } from './legacy-schemas.ts'

// Writes every generated file, or with --check says which are stale.
const isCheck = process.argv.includes('--check')
const document = openApiDocument(routes, { title: 'Verdict API', version: VERSION })

const files: Record<string, string> = {
  'docs/reference/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
  'docs/reference/routes.md': routeTable(),
  'packages/client/src/openapi.gen.ts': await clientTypes(),
  'packages/server/src/features/workspace/legacy-schemas.gen.ts': legacySchemasSource(
    'packages/server/fixtures/openapi-contract.json',
  ),
}

const stale: string[] = []
for (const [path, content] of Object.entries(files)) {
  if ((await readFile(path, 'utf8').catch(() => '')) === content) continue
  stale.push(path)
  if (!isCheck) await writeFile(path, content)
}

if (isCheck && stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run npm run generate.`)
  process.exit(1)
}
console.log(stale.length === 0 ? 'Generated files are fresh.' : `Wrote ${stale.join(', ')}.`)

async function clientTypes(): Promise<string> {
  const ast = await openapiTS(JSON.stringify(document), { alphabetize: true })
  return `// Written by npm run generate from the server's routes.\n${astToString(ast)}`
}

function routeTable(): string {
  const rows = routes.map(
    ({ method, path, operationId, scope, summary }) =>
      `| ${method} | \`${path}\` | ${operationId} | ${scope} | ${summary} |`,
  )
  return [
    '# Routes',
    '',
    "Written by `npm run generate` from the server's routes. The whole document: `openapi.json`, or `/docs` on a running server.",
    '',
    '| Method | Path | Operation | Scope | What it does |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
