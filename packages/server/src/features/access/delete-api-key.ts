import { HttpError, notFound } from '../../http/errors.ts'
import { reply, route } from '../../http/route.ts'
import { callerAudit } from '../audit/caller-audit.ts'
import { ApiKeyDeleteResponse, ApiKeyParams } from './api-key-schema.ts'
import type { KeyEndDeps } from './revoke-api-key.ts'

export const deleteApiKey = route({
  method: 'DELETE',
  path: '/api/v1/keys/{api_key_id}',
  operationId: 'deleteApiKey',
  tag: 'access',
  summary: 'Delete a revoked API key',
  description: 'What it did stays in the audit log. When no key is left and no token is set, the server is open again.',
  scope: 'admin',
  params: ApiKeyParams,
  responses: { 200: ApiKeyDeleteResponse },
  errors: [404, 409],
  async handle(request, { apiKeys, keyDirectory, clock }: KeyEndDeps) {
    const id = request.params.api_key_id
    const key = await apiKeys.find(id)
    if (key === null) throw notFound({ key: 'apiKeyNotFound' })
    const audit = callerAudit('api_key_deleted', request, clock, { name: [key.name, null] })
    const isDeleted = await apiKeys.delete(id, { ...audit, keyId: id })
    if (!isDeleted) throw new HttpError(409, 'api_key_not_revoked', { key: 'apiKeyNotRevoked' })
    keyDirectory.changed()
    return reply(200, { id, deleted: true })
  },
})
