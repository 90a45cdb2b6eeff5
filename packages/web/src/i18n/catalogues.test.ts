import { expect, test } from 'vitest'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { LANGUAGES, localeOf } from './language.ts'
import { ru } from './ru.ts'
import { zh } from './zh.ts'

const CATALOGUES = { en, ru, de, es, fr, zh, ar }
const PLURAL_CATEGORIES = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])

test.each(LANGUAGES)('%s has the keys of the English catalogue', language => {
  const keys = [...texts(CATALOGUES[language]).keys()]

  expect(keys).toEqual([...texts(en).keys()])
})

test.each(LANGUAGES)('%s fills in the same values as English', language => {
  const english = texts(en)

  const different = [...texts(CATALOGUES[language])]
    .filter(([key, forms]) => forms.some(form => !isSubset(placeholders([form]), placeholders(english.get(key)!))))
    .map(([key]) => key)
  const missing = [...english]
    .filter(([key, forms]) => !isSubset(placeholders(forms), placeholders(texts(CATALOGUES[language]).get(key)!)))
    .map(([key]) => key)

  expect({ different, missing }).toEqual({ different: [], missing: [] })
})

test.each(LANGUAGES)('%s writes each plural in all of its own categories', language => {
  const own = new Intl.PluralRules(localeOf(language)).resolvedOptions().pluralCategories

  const found = pluralsIn(CATALOGUES[language]).map(forms => Object.keys(forms).sort())

  expect(found.length).toBeGreaterThan(0)
  for (const categories of found) expect(categories).toEqual([...own].sort())
})

test.each(LANGUAGES.filter(language => language !== 'en'))('%s is translated', language => {
  const english = texts(en)

  const same = [...texts(CATALOGUES[language])].filter(([key, forms]) => forms[0] === english.get(key)![0])

  expect(same.length / english.size).toBeLessThan(0.05)
})

type Tree = { readonly [key: string]: string | Tree }

/** Path to forms: one for a plain text, several for a plural. */
function texts(tree: Tree, path = ''): Map<string, string[]> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string[]][] => {
      const here = `${path}/${key}`
      if (typeof value === 'string') return [[here, [value]]]
      return isPlural(value) ? [[here, Object.values(value).map(String)]] : [...texts(value, here)]
    }),
  )
}

function pluralsIn(tree: Tree): Tree[] {
  return Object.values(tree).flatMap(value => {
    if (typeof value === 'string') return []
    return isPlural(value) ? [value] : pluralsIn(value)
  })
}

function isPlural(value: Tree): boolean {
  return Object.keys(value).every(key => PLURAL_CATEGORIES.has(key))
}

function placeholders(forms: readonly string[]): Set<string> {
  return new Set(forms.flatMap(form => form.match(/\{\{\w+\}\}/g) ?? []))
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every(item => whole.has(item))
}
