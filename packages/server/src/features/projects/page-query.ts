import { Type } from 'typebox'
import { withDefault } from '../../http/schema.ts'

export const Limit = withDefault(Type.Integer({ minimum: 1, maximum: 100 }), 20)
/** No further than a database counts. */
export const Offset = withDefault(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }), 0)
