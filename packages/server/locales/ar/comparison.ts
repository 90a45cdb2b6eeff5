import type { comparison as english } from '../en/comparison.ts'
import type { Translation } from '../translation.ts'

export const comparison: Translation<typeof english> = {
  sameMetric: 'يقرأ المشروعان المقياس نفسه بالطريقة نفسها.',
  sameType: 'المقياسان من النوع نفسه لكن باسمين مختلفين: قارن الأحجام والمدد لا التأثيرات.',
  sameName: 'للمقياسين الاسم نفسه ونوعان مختلفان: تحقق من أن معناهما واحد.',
  differentMetrics: 'يختلف المقياسان في الاسم والنوع: لا يُقارن إلا جهد الاختبارين.',
  mixedTypes: 'تقرأ المشاريع مقاييس من أنواع مختلفة: قارن الأحجام والمدد بحذر.',
  users: 'إجمالي المستخدمين: {{baseSize}} في {{base}} و{{candidateSize}} في {{candidate}}.',
  days: 'الأيام: {{baseDays}} في {{base}} و{{candidateDays}} في {{candidate}}.',
  warnings: 'التحذيرات: {{baseCount}} في {{base}} و{{candidateCount}} في {{candidate}}، والمشترك {{shared}}.',
  sharedRisk: 'خطر مشترك بينهما: {{risk}}',
  faster: 'ينتهي {{name}} أولًا.',
  equallyFast: 'يستغرق كلاهما المدة نفسها.',
  recommendation: '{{text}} (في {{count}} من {{total}} مشاريع)',
}
