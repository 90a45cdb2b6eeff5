import type { CatalogueOf } from './catalogue.ts'
import { projects } from './de/projects.ts'
import { readout } from './de/readout.ts'
import { shell } from './de/shell.ts'
import { verdict } from './de/verdict.ts'

export const de: CatalogueOf<'de'> = { shell, projects, readout, verdict }
