import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { accuracyPage } from './accuracy-page.ts'
import { allSuites } from './all-suites.ts'

const page = fileURLToPath(new URL('../../../docs/statistics/accuracy.md', import.meta.url))
writeFileSync(page, accuracyPage(allSuites))
