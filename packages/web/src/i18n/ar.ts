import { projects } from './ar/projects.ts'
import { readout } from './ar/readout.ts'
import { shell } from './ar/shell.ts'
import { verdict } from './ar/verdict.ts'
import type { CatalogueOf } from './catalogue.ts'

export const ar: CatalogueOf<'ar'> = { shell, projects, readout, verdict }
