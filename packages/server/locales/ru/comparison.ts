import type { comparison as english } from '../en/comparison.ts'
import type { Translation } from '../translation.ts'

export const comparison: Translation<typeof english> = {
  sameMetric: 'Оба проекта измеряют одну и ту же метрику одинаковым образом.',
  sameType: 'Метрики одного типа, но с разными именами: сравнивайте размеры и длительность, а не эффекты.',
  sameName: 'Метрики называются одинаково, но разного типа: проверьте, что они означают одно и то же.',
  differentMetrics: 'Метрики различаются и именем, и типом: сравнимы только затраты на тесты.',
  mixedTypes: 'Проекты измеряют метрики разных типов: сравнивайте размеры и длительность с осторожностью.',
  users: 'Всего пользователей: {{baseSize}} для {{base}}, {{candidateSize}} для {{candidate}}.',
  days: 'Дней: {{baseDays}} для {{base}}, {{candidateDays}} для {{candidate}}.',
  warnings: 'Предупреждений: {{baseCount}} для {{base}}, {{candidateCount}} для {{candidate}}, общих — {{shared}}.',
  sharedRisk: 'Риск обоих проектов: {{risk}}',
  faster: '{{name}} завершится раньше.',
  equallyFast: 'Оба длятся одинаково долго.',
  recommendation: '{{text}} (в {{count}} из {{total}} проектов)',
}
