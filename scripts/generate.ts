import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { recordExamples } from '../packages/server/fuzz/record-examples.ts'
import { ANSWER_EXAMPLES } from '../packages/server/src/answer-examples.gen.ts'
import { VERSION } from '../packages/server/src/config.ts'
import { openApiDocument } from '../packages/server/src/http/openapi.ts'
import { routes } from '../packages/server/src/routes.ts'
import { SETTING_GROUPS } from '../packages/server/src/settings.ts'
import { legacySchemasSource } from './legacy-schemas.ts'

// Writes every generated file, or with --check says which are stale.
const isCheck = process.argv.includes('--check')
// A check does not ask every operation: the conformance test does.
const examples = isCheck ? ANSWER_EXAMPLES : await recordExamples()
const info = { title: 'Verdict API', version: VERSION }
const document = openApiDocument(routes, info, examples)

const files: Record<string, string> = {
  'docs/reference/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
  'docs/reference/routes.md': routeTable(),
  'docs/reference/settings.md': settingsTable(),
  '.env.example': environmentExample(),
  'packages/server/src/answer-examples.gen.ts': answerExamples(),
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

function answerExamples(): string {
  const lines = Object.entries(examples).map(([name, answers]) => `  ${name}: ${JSON.stringify(answers)},`)
  return [
    '// Written by npm run generate: what each operation answered.',
    "import type { AnswerExamples } from './http/openapi.ts'",
    '',
    'export const ANSWER_EXAMPLES: AnswerExamples = {',
    ...lines,
    '}',
    '',
  ].join('\n')
}

async function clientTypes(): Promise<string> {
  // Types need no examples of answers.
  const ast = await openapiTS(JSON.stringify(openApiDocument(routes, info)), { alphabetize: true })
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

function settingsTable(): string {
  const groups = Object.entries(SETTING_GROUPS).flatMap(([title, settings]) => [
    `## ${title}`,
    '',
    '| Variable | Default | Rule | What it means |',
    '|---|---|---|---|',
    ...Object.entries(settings).map(
      ([variable, { fallback, rule, about }]) =>
        `| ${variable} | ${fallback === '' ? 'unset' : `\`${fallback}\``} | ${rule} | ${about} |`,
    ),
    '',
  ])
  return [
    '# Settings',
    '',
    'Written by `npm run generate` from `packages/server/src/settings.ts`. Read once, at start; a wrong one stops the start and is',
    'named. True and false are also yes and no, on and off, 1 and 0. Empty is unset. `.env.example` has them all as a file.',
    '',
    ...groups,
  ].join('\n')
}

function environmentExample(): string {
  const groups = Object.entries(SETTING_GROUPS).flatMap(([title, settings]) => [
    `# --- ${title} ---`,
    '',
    ...Object.entries(settings).flatMap(([variable, { fallback, rule, about }]) => [
      `# ${about} (${rule}).`,
      `#${variable}=${fallback}`,
      '',
    ]),
  ])
  return [
    '# Written by npm run generate. Every line stands for its default; take away the # to change it.',
    '',
    ...groups,
  ].join('\n')
}
