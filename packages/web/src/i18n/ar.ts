import type { CatalogueOf } from './catalogue.ts'
import { en } from './en.ts'
export const ar = en as unknown as CatalogueOf<'ar'>
