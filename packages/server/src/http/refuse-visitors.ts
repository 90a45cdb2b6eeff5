import type { Session } from './auth.ts'
import { forbidden } from './errors.ts'

/** For what visitors of a public demo may not have although they read: throws 403 for who has no credential. */
export function refuseVisitors({ source }: Session): void {
  if (source === 'anonymous') throw forbidden({ key: 'notForVisitors' })
}
