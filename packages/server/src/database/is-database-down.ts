/** No room, no access, no connection: of SQLite, of the file system, of PostgreSQL (SQLSTATE classes 08, 53 and 57P). */
const CODES =
  /^(SQLITE_(FULL|IOERR|CANTOPEN|READONLY)|ENOSPC$|EDQUOT$|ECONNREFUSED$|ECONNRESET$|EPIPE$|08...$|53...$|57P..$)/

/** Whether the control plane can not be reached or written just now; what was asked for may be right all the same. */
export function isDatabaseDown(error: unknown): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code
  return typeof code === 'string' && CODES.test(code)
}
