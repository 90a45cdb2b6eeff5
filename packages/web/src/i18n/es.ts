import type { CatalogueOf } from './catalogue.ts'
import { projects } from './es/projects.ts'
import { readout } from './es/readout.ts'
import { shell } from './es/shell.ts'
import { verdict } from './es/verdict.ts'

export const es: CatalogueOf<'es'> = { shell, projects, readout, verdict }
