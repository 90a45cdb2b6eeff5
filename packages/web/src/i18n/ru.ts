import type { CatalogueOf } from './catalogue.ts'
import { projects } from './ru/projects.ts'
import { readout } from './ru/readout.ts'
import { shell } from './ru/shell.ts'
import { verdict } from './ru/verdict.ts'

export const ru: CatalogueOf<'ru'> = { shell, projects, readout, verdict }
