import type { CatalogueOf } from './catalogue.ts'
import { en } from './en.ts'
export const ru = en as unknown as CatalogueOf<'ru'>
