import type { CatalogueOf } from './catalogue.ts'
import { en } from './en.ts'
export const zh = en as unknown as CatalogueOf<'zh'>
