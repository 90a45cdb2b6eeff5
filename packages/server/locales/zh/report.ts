import type { report as english } from '../en/report.ts'
import type { Translation } from '../translation.ts'

export const report: Translation<typeof english> = {
  executiveSummary:
    '{{name}}：本次测试的改动是：{{change}}。测试在 {{audience}} 中衡量 {{metric}}，为期 {{days}} 天，每个变体 {{size}} 名用户。',
  control: '对照组：一切保持现状。',
  stopping: {
    plannedSize: '当每个变体都达到计划样本量且最后一周完整时停止。',
    harm: '只有在护栏指标被突破、变体占比不符或既定规则要求时，才提前停止。',
  },
  diagnostics: {
    sampleRatio: '各变体的用户占比（SRM 检查）',
    exposure: '各变体每天的曝光数和事件数',
    dataQuality: '迟到、重复或没有用户的事件',
  },
  noStatisticalRisk: '设计中未发现统计风险。',
  noTechnicalRisk: '未注明技术限制：开始前请检查每个变体的埋点。',
  noOperationalRisk: '未注明运营风险：请商定由谁监控测试、谁可以停止测试。',
  beforeLaunch: {
    verify: '请用测试用户检查每个变体的分流、曝光事件和主要指标。',
  },
  duringTest: {
    sampleRatio: '关注各变体的占比和护栏指标；在计划分析之前不要评判主要指标。',
    stable: '测试期间不要改动变体、流量分配或受众。',
  },
  afterTest: {
    decide: '只读取一次计划好的分析，并按开始前定下的规则做决定。',
    document: '记录结果（即使没有效应），以及下一步要测试什么。',
  },
  adviceOfDemo: '此演示在创建时未使用语言模型。',
  marketQuestion: '结果在该市场之外是否成立：{{market}}？',
  guardrailNote: '每个变体 {{size}} 名用户时，能以 {{power}}% 的检验功效发现这种大小的变化。',
  guardrailOutOfReach: '每个变体 {{size}} 名用户时，没有任何变化能以 {{power}}% 的检验功效被发现。',
  adviceNeedsKey: '获取建议需要服务商和您自己的密钥。',
  adviceFailed: '没有模型给出可用的回答。',
  adviceNotAsked: '未请求建议。',
}
