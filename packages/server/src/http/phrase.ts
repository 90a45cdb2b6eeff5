import type { en } from '../../locales/en.ts'

/** What a refusal says, before it is said in a language: a key of the catalogue and the values of its marks. */
export type ErrorPhrase = PhraseOf<typeof en.errors>

/** What is wrong with a value of a request. */
export type ValidationPhrase = PhraseOf<typeof en.validation>

type PhraseOf<Words> = {
  readonly [Key in keyof Words]: MarksOf<Words[Key]> extends infer Mark extends string
    ? [Mark] extends [never]
      ? { readonly key: Key; readonly values?: undefined }
      : { readonly key: Key; readonly values: Readonly<Record<Mark, string | number>> }
    : never
}[keyof Words]

type MarksOf<Text> = Text extends `${string}{{${infer Mark}}}${infer Rest}` ? Mark | MarksOf<Rest> : never
