import type { EvaluationContext, JsonValue, Resolution } from './openfeature/openfeature-types.ts'
import { VerdictProvider } from './openfeature/verdict-provider.ts'

export type { Payloads } from './openfeature/resolve-flag.ts'
export type { ProviderOptions } from './openfeature/verdict-provider.ts'

/**
 * A provider for `@openfeature/server-sdk`: each evaluation is about the user of its context.
 * `OpenFeature.setProviderAndWait(new VerdictServerProvider(client))`.
 */
export class VerdictServerProvider extends VerdictProvider {
  readonly runsOn = 'server'

  async resolveBooleanEvaluation(key: string, otherwise: boolean, context: EvaluationContext) {
    return this.resolve('boolean', key, otherwise, context)
  }

  async resolveStringEvaluation(key: string, otherwise: string, context: EvaluationContext) {
    return this.resolve('string', key, otherwise, context)
  }

  async resolveNumberEvaluation(key: string, otherwise: number, context: EvaluationContext) {
    return this.resolve('number', key, otherwise, context)
  }

  async resolveObjectEvaluation<Value extends JsonValue>(
    key: string,
    otherwise: Value,
    context: EvaluationContext,
  ): Promise<Resolution<Value>> {
    return this.resolve('object', key, otherwise, context)
  }
}
