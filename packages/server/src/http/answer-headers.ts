import type { FastifyReply, FastifyRequest } from 'fastify'
import { preferredLanguage } from './language.ts'
import { type Speech, speechOf } from './speech.ts'

/** The language the caller asks for. */
export function speechFor(request: FastifyRequest): Speech {
  return speechOf(preferredLanguage(request.headers['accept-language']))
}

/** Sets the headers of an answer; what it varies by is added to what it varies by already, such as the origin. */
export function setHeaders(response: FastifyReply, headers: Readonly<Record<string, string>>): FastifyReply {
  const { vary, ...rest } = headers
  response.headers(rest)
  if (vary === undefined) return response
  const known = [response.getHeader('vary') ?? []].flat().join(', ')
  return response.header('vary', known === '' ? vary : `${known}, ${vary}`)
}
