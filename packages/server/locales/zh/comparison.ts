import type { comparison as english } from '../en/comparison.ts'
import type { Translation } from '../translation.ts'

export const comparison: Translation<typeof english> = {
  sameMetric: '两个项目以相同方式读取同一指标。',
  sameType: '两项指标类型相同但名称不同：可比较样本量和时长，不可比较效应。',
  sameName: '两项指标名称相同但类型不同：请确认含义一致。',
  differentMetrics: '两项指标的名称和类型均不同：只有测试的投入可以比较。',
  mixedTypes: '各项目读取的指标类型不同：请谨慎比较样本量和时长。',
  users: '用户总数：{{base}} 为 {{baseSize}}，{{candidate}} 为 {{candidateSize}}。',
  days: '天数：{{base}} 为 {{baseDays}}，{{candidate}} 为 {{candidateDays}}。',
  warnings: '警告：{{base}} 有 {{baseCount}} 条，{{candidate}} 有 {{candidateCount}} 条，共有 {{shared}} 条。',
  sharedRisk: '两者共有的风险：{{risk}}',
  faster: '{{name}} 先完成。',
  equallyFast: '两者用时相同。',
  recommendation: '{{text}}（{{total}} 个项目中的 {{count}} 个）',
}
