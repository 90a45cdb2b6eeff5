/** The same keys, each with a text of another language: a key that is missing or too many is a type error. */
export type Translation<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Translation<Words[Key]>
}
