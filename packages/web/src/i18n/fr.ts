import type { CatalogueOf } from './catalogue.ts'
import { en } from './en.ts'
export const fr = en as unknown as CatalogueOf<'fr'>
