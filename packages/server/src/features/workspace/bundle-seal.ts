import { createHash, createHmac } from 'node:crypto'

/** Checksum and signature of a text that is never whole in memory. */
export class BundleSeal {
  readonly #hash = createHash('sha256')
  readonly #hmac: ReturnType<typeof createHmac> | null

  constructor(signingKey: string | null) {
    this.#hmac = signingKey === null ? null : createHmac('sha256', signingKey)
  }

  /** The text, which counts from now on. */
  add(text: string): string {
    this.#hash.update(text)
    this.#hmac?.update(text)
    return text
  }

  /** Of everything that was added. */
  end() {
    return {
      checksum_sha256: this.#hash.digest('hex'),
      signature_hmac_sha256: this.#hmac?.digest('hex') ?? null,
    }
  }
}
