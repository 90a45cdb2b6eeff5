import type { comparison as english } from '../en/comparison.ts'
import type { Translation } from '../translation.ts'

export const comparison: Translation<typeof english> = {
  sameMetric: 'Ambos proyectos leen la misma métrica de la misma manera.',
  sameType: 'Las métricas son del mismo tipo pero con nombres distintos: compare tamaños y duraciones, no efectos.',
  sameName: 'Las métricas tienen el mismo nombre pero tipos distintos: compruebe que significan lo mismo.',
  differentMetrics: 'Las métricas difieren en nombre y tipo: solo es comparable el esfuerzo de las pruebas.',
  mixedTypes: 'Los proyectos leen métricas de distintos tipos: compare tamaños y duraciones con cautela.',
  users: 'Usuarios en total: {{baseSize}} para {{base}}, {{candidateSize}} para {{candidate}}.',
  days: 'Días: {{baseDays}} para {{base}}, {{candidateDays}} para {{candidate}}.',
  warnings: 'Advertencias: {{baseCount}} para {{base}}, {{candidateCount}} para {{candidate}}, {{shared}} en común.',
  sharedRisk: 'Un riesgo de ambos: {{risk}}',
  faster: '{{name}} termina antes.',
  equallyFast: 'Ambos duran lo mismo.',
  recommendation: '{{text}} ({{count}} de {{total}} proyectos)',
}
