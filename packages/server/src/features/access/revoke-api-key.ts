import { type Clock, isoTime } from '../../clock.ts'
import { notFound } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { callerAudit } from '../audit/caller-audit.ts'
import { ApiKeyParams, ApiKeyRecord } from './api-key-schema.ts'
import type { ApiKeysRepository } from './api-keys-repository.ts'
import type { KeyDirectory } from './key-directory.ts'

/** What ends a key asks for. */
export interface KeyEndDeps {
  readonly apiKeys: ApiKeysRepository
  readonly keyDirectory: KeyDirectory
  readonly clock: Clock
}

export const revokeApiKey = route({
  method: 'POST',
  path: '/api/v1/keys/{api_key_id}/revoke',
  operationId: 'revokeApiKey',
  tag: 'access',
  summary: 'Revoke an API key',
  description: 'At once; other processes see it within three seconds. A second call keeps the first time.',
  scope: 'admin',
  params: ApiKeyParams,
  responses: { 200: ApiKeyRecord },
  errors: [404],
  async handle(request, { apiKeys, keyDirectory, clock }: KeyEndDeps) {
    const id = request.params.api_key_id
    const key = await apiKeys.find(id)
    if (key === null) throw notFound({ key: 'apiKeyNotFound' })
    const audit = callerAudit('api_key_revoked', request, clock, { revoked_at: [null, isoTime(clock.now())] })
    await apiKeys.revoke(id, { ...audit, keyId: id })
    keyDirectory.changed()
    return reply(200, (await apiKeys.find(id)) ?? key)
  },
})
