import { isIP } from 'node:net'
import { badRequest } from '../../http/errors.ts'
import { isGlobalAddress } from '../../http/global-address.ts'

const HERE = ['localhost', '127.0.0.1']

/** Throws 400 unless events may go there: https, to no address that is not global; beside us, plain http to this machine too. */
export function requireTarget(text: string, isLocal: boolean): string {
  if (!URL.canParse(text)) throw badRequest({ key: 'webhookTarget' })
  const { protocol, hostname, username, password } = new URL(text)
  const host = hostname.replace(/^\[|\]$/g, '')
  const isPlainHere = protocol === 'http:' && isLocal && HERE.includes(host)
  const isPublic = isLocal || isIP(host) === 0 || isGlobalAddress(host)
  if (username !== '' || password !== '' || !(isPlainHere || (protocol === 'https:' && isPublic))) {
    throw badRequest({ key: 'webhookTarget' })
  }
  return text
}

/** Trimmed, without empty names. */
export function eventFilterOf(names: readonly string[]): readonly string[] {
  return names.map(name => name.trim()).filter(name => name !== '')
}
