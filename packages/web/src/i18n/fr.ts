import type { CatalogueOf } from './catalogue.ts'
import { projects } from './fr/projects.ts'
import { readout } from './fr/readout.ts'
import { shell } from './fr/shell.ts'
import { verdict } from './fr/verdict.ts'

export const fr: CatalogueOf<'fr'> = { shell, projects, readout, verdict }
