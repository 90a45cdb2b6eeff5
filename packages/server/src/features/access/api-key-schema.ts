import { type Static, Type } from 'typebox'
import { EXAMPLE_IDS } from '../../http/example-ids.ts'
import { nullable, oneOf, optional, record, shownAs } from '../../http/schema.ts'

/** What a 4-byte integer of PostgreSQL holds. */
const MOST = 2_147_483_647
const Limit = Type.Integer({ minimum: 1, maximum: MOST })

export const ApiKeyCreateRequest = record('ApiKeyCreateRequest', {
  name: Type.String({ minLength: 1, maxLength: 100 }),
  scope: oneOf('read', 'write'),
  rate_limit_requests: optional(Limit),
  rate_limit_window_seconds: optional(Limit),
})

const RECORD = {
  id: Type.String(),
  name: Type.String(),
  scope: oneOf('read', 'write'),
  created_at: Type.String(),
  last_used_at: nullable(Type.String()),
  revoked_at: nullable(Type.String()),
  rate_limit_requests: nullable(Type.Integer()),
  rate_limit_window_seconds: nullable(Type.Integer()),
}

export const ApiKeyRecord = Type.Object(RECORD, { title: 'ApiKeyRecord' })

export const ApiKeyCreateResponse = Type.Object(
  { ...RECORD, plaintext_key: Type.String() },
  { title: 'ApiKeyCreateResponse' },
)

export const ApiKeyListResponse = Type.Object(
  { keys: Type.Array(ApiKeyRecord), total: Type.Integer() },
  { title: 'ApiKeyListResponse' },
)

export const ApiKeyDeleteResponse = Type.Object(
  { id: Type.String(), deleted: Type.Boolean() },
  { title: 'ApiKeyDeleteResponse' },
)

export const ApiKeyParams = Type.Object({ api_key_id: shownAs(Type.String(), EXAMPLE_IDS.apiKey) })

export type ApiKey = Static<typeof ApiKeyRecord>
