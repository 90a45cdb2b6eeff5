import type { results as english } from '../en/results.ts'
import type { Translation } from '../translation.ts'

export const results: Translation<typeof english> = {
  verdicts: {
    uplift: '实验组高于对照组。',
    decline: '实验组低于对照组。',
    none: '未显示差异。',
    equivalent: '两组在界值内等效。',
    notEquivalent: '未证明在界值内等效。',
    degenerate: '没有可比较的内容：各组没有差异。',
    association: '行与列相关。',
    noAssociation: '未显示相关性。',
    groupsDiffer: '各组不同。',
    groupsAlike: '未显示各组之间有差异。',
    curvesDiffer: '生存曲线不同。',
    curvesAlike: '未显示生存曲线之间有差异。',
  },
  interpretation: '效应 {{effect}}，{{level}}% 置信区间 {{lower}} 至 {{upper}}，p = {{p}}。',
  testInterpretation: '{{name}} = {{statistic}}，p = {{p}}。',
  effectLabels: {
    odds_ratio: '优势比，实验组比对照组',
    cohens_d: 'Cohen d 值',
    rank_biserial: '秩二列相关',
    rate_ratio: '率比，实验组比对照组',
    cohens_dz: '差值的 Cohen d 值',
    eta_squared: 'eta 平方',
    epsilon_squared: 'epsilon 平方',
    mean_difference: '平均差值',
    pseudomedian: '差值的伪中位数',
    share_difference: '比例之差',
  },
}
