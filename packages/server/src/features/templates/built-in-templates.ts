import { adCtrRatio } from './built-in/ad-ctr-ratio.ts'
import { appOnboardingDropOff } from './built-in/app-onboarding-drop-off.ts'
import { checkoutConversion } from './built-in/checkout-conversion.ts'
import { emailCampaign } from './built-in/email-campaign.ts'
import { featureAdoption } from './built-in/feature-adoption.ts'
import { latencyImpact } from './built-in/latency-impact.ts'
import { onboardingCompletion } from './built-in/onboarding-completion.ts'
import { pricingSensitivity } from './built-in/pricing-sensitivity.ts'
import { pushNotificationReactivation } from './built-in/push-notification-reactivation.ts'
import { searchRankingCtr } from './built-in/search-ranking-ctr.ts'
import { trialToPaid } from './built-in/trial-to-paid.ts'
import type { Template } from './template.ts'

/** Templates that every installation has; code, so no table holds them. */
export const builtInTemplates: readonly Template[] = [
  adCtrRatio,
  appOnboardingDropOff,
  checkoutConversion,
  emailCampaign,
  featureAdoption,
  latencyImpact,
  onboardingCompletion,
  pricingSensitivity,
  pushNotificationReactivation,
  searchRankingCtr,
  trialToPaid,
]
