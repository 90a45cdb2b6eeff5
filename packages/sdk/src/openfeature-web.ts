import type { EvaluationContext, JsonValue, Resolution } from './openfeature/openfeature-types.ts'
import { VerdictProvider } from './openfeature/verdict-provider.ts'

export type { Payloads } from './openfeature/resolve-flag.ts'
export type { ProviderOptions } from './openfeature/verdict-provider.ts'

/**
 * A provider for `@openfeature/web-sdk`: the client's user follows the static context, and flags are resolved at once.
 * `OpenFeature.setProviderAndWait(new VerdictWebProvider(client))`.
 */
export class VerdictWebProvider extends VerdictProvider {
  readonly runsOn = 'client'

  override async initialize(context: EvaluationContext = {}): Promise<void> {
    this.onContextChange({}, context)
    await super.initialize()
  }

  onContextChange(_old: EvaluationContext, context: EvaluationContext): void {
    this.client.setUser(this.userOf(context))
  }

  resolveBooleanEvaluation(key: string, otherwise: boolean, context: EvaluationContext): Resolution<boolean> {
    return this.resolve('boolean', key, otherwise, context)
  }

  resolveStringEvaluation(key: string, otherwise: string, context: EvaluationContext): Resolution<string> {
    return this.resolve('string', key, otherwise, context)
  }

  resolveNumberEvaluation(key: string, otherwise: number, context: EvaluationContext): Resolution<number> {
    return this.resolve('number', key, otherwise, context)
  }

  resolveObjectEvaluation<Value extends JsonValue>(
    key: string,
    otherwise: Value,
    context: EvaluationContext,
  ): Resolution<Value> {
    return this.resolve('object', key, otherwise, context)
  }
}
