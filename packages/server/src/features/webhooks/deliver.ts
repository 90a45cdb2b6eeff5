import { type Clock, isoTime } from '../../clock.ts'
import { BlockedAddressError, type Outbound, type OutboundAnswer } from '../../http/outbound.ts'
import { deliveryMessage } from './delivery-message.ts'
import { signDelivery } from './sign-delivery.ts'
import type { Delivery, Outcome, WebhookDeliveriesRepository } from './webhook-deliveries-repository.ts'
import type { WebhookSubscription } from './webhook-subscription.ts'
import type { WebhookSubscriptionsRepository } from './webhook-subscriptions-repository.ts'

export interface DeliveryDeps {
  readonly subscriptions: WebhookSubscriptionsRepository
  readonly deliveries: WebhookDeliveriesRepository
  readonly outbound: Outbound
  readonly clock: Clock
  /** 0 to 1, so that receivers that came back are not all called at once. */
  readonly random: () => number
}

const RETRY_SECONDS = [1, 5, 30, 300, 1800]
const JITTER = 0.1
const TIMEOUT_MS = 10_000
const MOST_READ_BYTES = 65_536
const MOST_KEPT_CHARS = 2048
const USER_AGENT = 'AB-Test-Research-Designer-Webhooks/1.0'

/** One attempt, and what became of it is written down. `isLast`: a failure is final, whatever its kind. */
export async function deliver(delivery: Delivery, deps: DeliveryDeps, isLast = false): Promise<Outcome> {
  const subscription = await deps.subscriptions.find(delivery.subscription_id)
  const outcome = await attempt(delivery, subscription, deps, isLast)
  const at = isoTime(deps.clock.now())
  await deps.deliveries.finish(delivery, outcome, at)
  if (outcome.status === 'delivered') await deps.subscriptions.markDelivered(delivery.subscription_id, at)
  else await deps.subscriptions.markError(delivery.subscription_id, at)
  return outcome
}

async function attempt(
  delivery: Delivery,
  subscription: WebhookSubscription | null,
  deps: DeliveryDeps,
  isLast: boolean,
): Promise<Outcome> {
  if (subscription === null) return failure('The subscription is gone')
  if (!subscription.isEnabled && !isLast) return failure('The subscription is disabled')
  try {
    const answer = await post(delivery, subscription, deps)
    if (answer.status >= 200 && answer.status < 300) return { ...answered(answer), status: 'delivered' }
    if (answer.status < 500) return { ...answered(answer), status: 'failed' }
    return isLast ? { ...answered(answer), status: 'failed' } : retry(delivery, answered(answer), deps)
  } catch (error) {
    const message = error instanceof Error ? error.message || error.name : 'The call failed'
    if (isLast || error instanceof BlockedAddressError || isBlocked(error)) return failure(message)
    return retry(delivery, failure(message), deps)
  }
}

async function post(
  delivery: Delivery,
  subscription: WebhookSubscription,
  deps: DeliveryDeps,
): Promise<OutboundAnswer> {
  const { format, targetUrl, id } = subscription
  const body = deliveryMessage(format, delivery.event_json)
  const headers = { 'content-type': 'application/json', 'user-agent': USER_AGENT }
  const signature = format === 'generic' ? await signed(id, delivery.id, body, deps) : {}
  return deps.outbound.call({
    url: targetUrl,
    headers: { ...headers, ...signature },
    body,
    timeoutMs: TIMEOUT_MS,
    mostBytes: MOST_READ_BYTES,
  })
}

async function signed(id: string, deliveryId: string, body: string, { subscriptions, clock }: DeliveryDeps) {
  const secret = (await subscriptions.findSecret(id)) ?? ''
  return signDelivery({ secret, deliveryId, atSeconds: Math.floor(clock.now() / 1000), body })
}

function answered({ status, text }: OutboundAnswer): Outcome {
  const responseBody = text.slice(0, MOST_KEPT_CHARS)
  return { status: 'failed', responseCode: status, responseBody, errorMessage: null, nextAttemptAt: null }
}

function failure(errorMessage: string): Outcome {
  return { status: 'failed', responseCode: null, responseBody: null, errorMessage, nextAttemptAt: null }
}

/** After the first attempt and every retry but the last there is another. */
function retry({ attempt_count: made }: Delivery, outcome: Outcome, { clock, random }: DeliveryDeps): Outcome {
  const seconds = RETRY_SECONDS[made]
  if (seconds === undefined) return outcome
  const waitMs = seconds * 1000 * (1 + JITTER * random())
  return { ...outcome, status: 'retrying', nextAttemptAt: isoTime(Math.ceil(clock.now() + waitMs)) }
}

// What the look-up refused may come wrapped.
function isBlocked(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof BlockedAddressError
}
