import type { comparison as english } from '../en/comparison.ts'
import type { Translation } from '../translation.ts'

export const comparison: Translation<typeof english> = {
  sameMetric: 'Beide Projekte lesen dieselbe Metrik auf dieselbe Weise.',
  sameType:
    'Die Metriken sind vom selben Typ, heißen aber verschieden: Vergleichen Sie Größen und Dauern, nicht Effekte.',
  sameName: 'Die Metriken heißen gleich, sind aber von verschiedenem Typ: Prüfen Sie, ob sie dasselbe meinen.',
  differentMetrics: 'Die Metriken unterscheiden sich in Name und Typ: Vergleichbar ist nur der Aufwand der Tests.',
  mixedTypes: 'Die Projekte lesen Metriken verschiedener Typen: Vergleichen Sie Größen und Dauern mit Vorsicht.',
  users: 'Nutzer insgesamt: {{baseSize}} für {{base}}, {{candidateSize}} für {{candidate}}.',
  days: 'Tage: {{baseDays}} für {{base}}, {{candidateDays}} für {{candidate}}.',
  warnings: 'Warnungen: {{baseCount}} für {{base}}, {{candidateCount}} für {{candidate}}, {{shared}} gemeinsam.',
  sharedRisk: 'Ein Risiko beider: {{risk}}',
  faster: '{{name}} ist zuerst fertig.',
  equallyFast: 'Beide dauern gleich lang.',
  recommendation: '{{text}} ({{count}} von {{total}} Projekten)',
}
