import { randomUUID } from 'node:crypto'
import { type Clock, isoTime } from '../../clock.ts'
import { reply, route } from '../../http/route.ts'
import { callerAudit } from '../audit/caller-audit.ts'
import { ApiKeyCreateRequest, ApiKeyCreateResponse } from './api-key-schema.ts'
import type { ApiKeysRepository } from './api-keys-repository.ts'
import { digestOfKey, type KeyDirectory } from './key-directory.ts'

interface CreateDeps {
  readonly apiKeys: ApiKeysRepository
  readonly keyDirectory: KeyDirectory
  readonly clock: Clock
  /** A new key in plain text, never given twice. */
  readonly newApiKey: () => string
}

export const createApiKey = route({
  method: 'POST',
  path: '/api/v1/keys',
  operationId: 'createApiKey',
  tag: 'access',
  summary: 'Make an API key',
  description:
    'The key is in this answer and nowhere else: only its digest is stored. Limits of its own hold for events too; without them it has the general ones.',
  scope: 'admin',
  body: ApiKeyCreateRequest,
  example: { name: 'checkout service', scope: 'write', rate_limit_requests: 600, rate_limit_window_seconds: 60 },
  responses: { 200: ApiKeyCreateResponse },
  async handle(request, { apiKeys, keyDirectory, clock, newApiKey }: CreateDeps) {
    const plaintext = newApiKey()
    const key = { id: randomUUID(), ...request.body, created_at: isoTime(clock.now()) }
    const audit = callerAudit('api_key_created', request, clock, {
      name: [null, key.name],
      scope: [null, key.scope],
    })
    const stored = await apiKeys.create(key, digestOfKey(plaintext), { ...audit, keyId: key.id })
    keyDirectory.changed()
    return reply(200, { ...stored, plaintext_key: plaintext }, { 'cache-control': 'no-store' })
  },
})
