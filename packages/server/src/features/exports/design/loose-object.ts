/** Reads an open object of the wire: what is not there, or of another type, is nothing. */
export class LooseObject {
  readonly #fields: Readonly<Record<string, unknown>>

  constructor(value: unknown) {
    this.#fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  }

  object(name: string): LooseObject {
    return new LooseObject(this.#own(name))
  }

  objects(name: string): readonly LooseObject[] {
    return this.#list(name).map(item => new LooseObject(item))
  }

  text(name: string): string | null {
    const value = this.#own(name)
    return typeof value === 'string' && value.trim() !== '' ? value : null
  }

  texts(name: string): readonly string[] {
    return this.#list(name).filter(item => typeof item === 'string')
  }

  number(name: string): number | null {
    const value = this.#own(name)
    return typeof value === 'number' && Number.isFinite(value) ? value : null
  }

  numbers(name: string): readonly number[] {
    return this.#list(name).filter(item => typeof item === 'number')
  }

  flag(name: string): boolean | null {
    const value = this.#own(name)
    return typeof value === 'boolean' ? value : null
  }

  #list(name: string): readonly unknown[] {
    const value = this.#own(name)
    return Array.isArray(value) ? value : []
  }

  #own(name: string): unknown {
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined
  }
}
