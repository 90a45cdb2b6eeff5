import type { CatalogueOf } from './catalogue.ts'
import { projects } from './zh/projects.ts'
import { readout } from './zh/readout.ts'
import { shell } from './zh/shell.ts'
import { verdict } from './zh/verdict.ts'

export const zh: CatalogueOf<'zh'> = { shell, projects, readout, verdict }
