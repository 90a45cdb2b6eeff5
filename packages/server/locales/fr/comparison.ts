import type { comparison as english } from '../en/comparison.ts'
import type { Translation } from '../translation.ts'

export const comparison: Translation<typeof english> = {
  sameMetric: 'Les deux projets lisent la même métrique de la même façon.',
  sameType:
    'Les métriques sont du même type mais portent des noms différents : comparez les tailles et les durées, pas les effets.',
  sameName:
    'Les métriques portent le même nom mais sont de types différents : vérifiez qu’elles désignent la même chose.',
  differentMetrics: 'Les métriques diffèrent par le nom et le type : seul l’effort des tests est comparable.',
  mixedTypes:
    'Les projets lisent des métriques de types différents : comparez les tailles et les durées avec prudence.',
  users: 'Utilisateurs au total : {{baseSize}} pour {{base}}, {{candidateSize}} pour {{candidate}}.',
  days: 'Jours : {{baseDays}} pour {{base}}, {{candidateDays}} pour {{candidate}}.',
  warnings:
    'Avertissements : {{baseCount}} pour {{base}}, {{candidateCount}} pour {{candidate}}, {{shared}} en commun.',
  sharedRisk: 'Un risque des deux : {{risk}}',
  faster: '{{name}} se termine en premier.',
  equallyFast: 'Les deux durent aussi longtemps l’un que l’autre.',
  recommendation: '{{text}} ({{count}} sur {{total}} projets)',
}
