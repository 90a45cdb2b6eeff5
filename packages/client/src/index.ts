export type { components, operations, paths } from './openapi.gen.ts'
export type { ApiError, ClientOptions, VerdictClient } from './verdict-client.ts'
export { newClient } from './verdict-client.ts'
