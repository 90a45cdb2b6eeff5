import { type Static, type TObject, type TProperties, type TSchema, type TUnsafe, Type } from 'typebox'

// One vocabulary for every schema of the API. Nullability is a type list, not an anyOf: errors stay simple, and
// defaults inside nullable objects are filled.

/** An object that refuses unknown keys, under the name the OpenAPI document gives it. */
export function record<P extends TProperties>(name: string, properties: P): TObject<P> {
  return Type.Object(properties, { title: name, additionalProperties: false })
}

export function nullable<T extends TSchema>(schema: T): TUnsafe<Static<T> | null> {
  const plain = schema as T & { type?: string; enum?: readonly unknown[] }
  return Type.Unsafe<Static<T> | null>({
    ...schema,
    type: [plain.type, 'null'],
    ...(plain.enum ? { enum: [...plain.enum, null] } : {}),
  })
}

export function oneOf<const V extends readonly string[]>(...values: V): TUnsafe<V[number]> {
  return Type.Unsafe<V[number]>({ type: 'string', enum: [...values] })
}

export function oneOfNumbers<const V extends readonly number[]>(...values: V): TUnsafe<V[number]> {
  return Type.Unsafe<V[number]>({ type: 'integer', enum: [...values] })
}

/** The same schema, with a value that shows what is meant. */
export function shownAs<T extends TSchema>(schema: T, example: Static<T>): TUnsafe<Static<T>> {
  return Type.Unsafe<Static<T>>({ ...schema, examples: [example] })
}

/** A key that may be left out; the parsed body then holds the default. */
export function withDefault<T extends TSchema>(schema: T, value: Static<T>) {
  return Type.Optional(Type.Unsafe<Static<T>>({ ...schema, default: value }))
}

/** A key that may be left out or null; the parsed body then holds null. */
export function optional<T extends TSchema>(schema: T) {
  return withDefault(nullable(schema), null as Static<T> | null)
}

/** ISO 8601; parsed by the handler with `parseDatetime`. */
export const Datetime = Type.String({ format: 'datetime' })

/** An open map of JSON values. */
export const JsonObject = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true })

/** The type of a parsed value: every key is there, because each optional key has a default. */
export type Parsed<T> = T extends readonly (infer Item)[]
  ? readonly Parsed<Item>[]
  : T extends object
    ? { readonly [K in keyof T]-?: Parsed<Exclude<T[K], undefined>> }
    : T

export type ParsedOf<S extends TSchema> = Parsed<Static<S>>
