import type { CatalogueOf } from './catalogue.ts'
import { en } from './en.ts'
export const de = en as unknown as CatalogueOf<'de'>
