import { reply, route } from '../../http/route.ts'
import { ApiKeyListResponse } from './api-key-schema.ts'
import type { ApiKeysRepository } from './api-keys-repository.ts'

export const listApiKeys = route({
  method: 'GET',
  path: '/api/v1/keys',
  operationId: 'listApiKeys',
  tag: 'access',
  summary: 'List the API keys',
  description: 'The newest first, revoked ones among them. A key itself is shown once, when it is made.',
  scope: 'admin',
  responses: { 200: ApiKeyListResponse },
  async handle(_request, { apiKeys }: { apiKeys: ApiKeysRepository }) {
    const keys = await apiKeys.list()
    return reply(200, { keys, total: keys.length })
  },
})
