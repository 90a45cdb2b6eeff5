import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../src/http/language.ts'
import { CATALOGUES } from './catalogue.ts'
import { en } from './en.ts'

const OTHERS = LANGUAGES.filter(language => language !== 'en')

describe.each(OTHERS)('the words of %s', language => {
  const english = texts(en)
  const words = texts(CATALOGUES[language])

  it('have the keys of the English ones, in their order', () => {
    const keys = [...words.keys()]

    expect(keys).toEqual([...english.keys()])
  })

  it('have exactly the marks of the English ones', () => {
    const different = [...words].filter(([key, text]) => String(marks(text)) !== String(marks(english.get(key)!)))

    expect(different).toEqual([])
  })

  it('are not empty and have no space around them', () => {
    const ragged = [...words].filter(([, text]) => text === '' || text.trim() !== text)

    expect(ragged).toEqual([])
  })

  it('are translated', () => {
    const same = [...words].filter(([key, text]) => text === english.get(key)).map(([key]) => key)

    expect(same).toEqual([])
  })

  it('end as the English ones do: a sentence with a full stop, a phrase without', () => {
    const different = [...words].filter(([key, text]) => endsSentence(text) !== endsSentence(english.get(key)!))

    expect(different).toEqual([])
  })
})

type Tree = { readonly [key: string]: string | Tree }

function texts(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[`${path}/${key}`, value]] : [...texts(value, `${path}/${key}`)],
    ),
  )
}

function marks(text: string): readonly string[] {
  return (text.match(/\{\{\w+\}\}/g) ?? []).sort()
}

function endsSentence(text: string): boolean {
  return /[.。]$/.test(text)
}
