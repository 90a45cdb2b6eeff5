import type { CatalogueOf } from './catalogue.ts'
import { en } from './en.ts'
export const es = en as unknown as CatalogueOf<'es'>
