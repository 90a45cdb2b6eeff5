import { Ajv, type ValidateFunction } from 'ajv'
import { pathPattern } from './path-pattern.ts'
import type { Route } from './route.ts'

/** Throws when an answer of a known operation does not fit the schema it declares. For tests. */
export type ResponseCheck = (method: string, path: string, status: number, body: unknown) => void

export function newResponseCheck(routes: readonly Route<never>[]): ResponseCheck {
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false })
  ajv.addFormat('datetime', true)
  const known = routes.map(({ method, path, responses }) => ({
    method,
    pattern: pathPattern(path),
    schemas: validators(ajv, responses),
  }))
  return (method, path, status, body) => {
    const route = known.find(candidate => candidate.method === method && candidate.pattern.test(path.split('?', 1)[0]!))
    const validate = route?.schemas.get(status)
    if (validate === undefined || validate(body)) return
    throw new Error(`${method} ${path} answers against its schema: ${ajv.errorsText(validate.errors)}`)
  }
}

function validators(ajv: Ajv, responses: Route<never>['responses']): ReadonlyMap<number, ValidateFunction> {
  const entries = Object.entries(responses).flatMap(([status, schema]): [number, ValidateFunction][] =>
    schema === null ? [] : [[Number(status), ajv.compile(schema)]],
  )
  return new Map(entries)
}
