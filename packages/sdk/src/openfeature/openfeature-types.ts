// What is used here of the OpenFeature provider interface, by structure, so that its packages are not needed.
// Source: OpenFeature specification, providers, events and tracking; @openfeature/core 1.12.

export type JsonValue = null | boolean | string | number | JsonValue[] | { [key: string]: JsonValue }

/** Whom a flag is evaluated for: `targetingKey` is the user id, the rest are attributes. */
export type EvaluationContext = { readonly targetingKey?: string } & Readonly<Record<string, unknown>>

export interface Resolution<Value> {
  value: Value
  variant?: string
  reason: 'SPLIT' | 'CACHED' | 'STATIC' | 'DEFAULT' | 'STALE'
  flagMetadata?: Record<string, string | number | boolean>
}

/** What OpenFeature reads as the error code of an evaluation. */
export type ResolutionErrorCode = 'PROVIDER_NOT_READY' | 'FLAG_NOT_FOUND' | 'TYPE_MISMATCH' | 'TARGETING_KEY_MISSING'

export type TrackingDetails = { readonly value?: number } & Readonly<Record<string, unknown>>
