import type { Language } from '../src/http/language.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ru } from './ru.ts'
import type { Translation } from './translation.ts'
import { zh } from './zh.ts'

/** All words of one language. */
export type Catalogue = Translation<typeof en>

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, ru, de, es, fr, zh, ar }
