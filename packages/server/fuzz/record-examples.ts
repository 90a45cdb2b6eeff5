import type { AnswerExamples } from '../src/http/openapi.ts'
import type { Route } from '../src/http/route.ts'
import { openWalk, WALKED, type Walk } from './documented-walk.ts'

/** Asks every operation: what each answers, as the documentation shows it. */
export async function recordExamples(): Promise<AnswerExamples> {
  const walk = await openWalk()
  const examples: [string, AnswerExamples[string]][] = []
  for (const route of WALKED) {
    await walk.prepare(route)
    const { status, body } = await walk.ask(route, 'needed')
    if (status !== successOf(route)) throw new Error(`${route.operationId} answers ${status}: ${JSON.stringify(body)}`)
    examples.push([route.operationId, answersOf(route, body, walk)])
  }
  await walk.close()
  const answering = examples.filter(([, answers]) => Object.keys(answers).length > 0)
  return Object.fromEntries(answering.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The status of an operation that did what it was asked for. */
export function successOf({ responses }: Route<never>): number {
  return Number(Object.keys(responses)[0])
}

/** By status, also of the job that work may become. */
export function answersOf(route: Route<never>, body: unknown, walk: Walk): AnswerExamples[string] {
  return {
    ...(body === null ? {} : { [successOf(route)]: walk.shown(body) }),
    ...(202 in route.responses ? { 202: walk.shown(walk.accepted) } : {}),
  }
}
