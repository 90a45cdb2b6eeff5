import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const VERSION = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

interface Key {
  readonly id: string
  readonly bytes: Buffer
}

/** A secret that no key at hand can open. */
export class UnopenableSecretError extends Error {
  constructor() {
    super(
      'A stored secret can not be opened: was AB_SECRETS_KEY, or the key file, changed? Put the old key behind the new one.',
    )
    this.name = 'UnopenableSecretError'
  }
}

/**
 * Keeps secrets encrypted at rest (AES-256-GCM). The first key seals, every key opens: to rotate, put the new one in front.
 * `context` says where a secret belongs; sealed text that is moved elsewhere does not open.
 */
export class SecretBox {
  readonly #keys: readonly [Key, ...Key[]]

  constructor(secrets: readonly [string, ...string[]]) {
    const [first, ...rest] = secrets
    this.#keys = [keyOf(first), ...rest.map(keyOf)]
  }

  seal(secret: string, context: string): string {
    const [{ id, bytes }] = this.#keys
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv(ALGORITHM, bytes, iv).setAAD(Buffer.from(context))
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return [VERSION, id, iv.toString('base64url'), sealed.toString('base64url')].join('.')
  }

  /** Throws UnopenableSecretError. */
  open(text: string, context: string): string {
    const [version, id, iv, sealed] = text.split('.')
    const key = this.#keys.find(known => known.id === id)
    if (version !== VERSION || key === undefined || iv === undefined || sealed === undefined) {
      throw new UnopenableSecretError()
    }
    try {
      return decrypt(key, Buffer.from(iv, 'base64url'), Buffer.from(sealed, 'base64url'), context)
    } catch {
      throw new UnopenableSecretError()
    }
  }

  /** Whether it was sealed with a key that is on its way out. */
  isStale(text: string): boolean {
    return text.split('.')[1] !== this.#keys[0].id
  }
}

function decrypt({ bytes }: Key, iv: Buffer, sealed: Buffer, context: string): string {
  const body = sealed.subarray(0, -TAG_BYTES)
  const decipher = createDecipheriv(ALGORITHM, bytes, iv, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(-TAG_BYTES))
  return decipher.update(body, undefined, 'utf8') + decipher.final('utf8')
}

function keyOf(secret: string): Key {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'verdict secrets at rest', 32))
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes }
}
