import type { readout as english } from '../en/readout.ts'
import type { Translation } from '../translation.ts'

export const readout: Translation<typeof english> = {
  disclaimer: '固定样本的结果只用于计划分析。在此之前，只能依据随时有效的证据行动。',
  srm: {
    ok: '各分组占比与计划一致。',
    srm_detected: '各分组占比与计划不符。请先查明原因，再看任何结果。',
    insufficient_data: '还没有人曝光。',
  },
  bonferroni: '共 {{comparisons}} 次比较，每次的 alpha 为 {{alpha}}（Bonferroni）。',
  slices: '每个 p 值旁边都有针对所有切片和组别校正后的值。切片用于解释，不用于决策。',
  tooFewPersons: '每个分组至少需要两个人，并且数值之间有差异。',
  verdicts: {
    degenerate: '两组都是常数且相等：没有可比较的内容。',
  },
  units: { points: '个百分点', metric: '个指标单位' },
  interpretation: '效应 {{effect}} {{unit}}，{{level}}% 置信区间 {{lower}} 至 {{upper}}，p = {{p}}。',
  degenerate: '两组中要么无人转化，要么全部转化。',
  alwaysValid: {
    ok: '每次查看都有效，无论查看多少次。',
    not_evaluable: '数值之间还没有差异，无法判断效应。',
    not_defined: '秩检验只在计划的时点读取。',
  },
  sequential: {
    fixed_horizon: '一次计划分析，在达到计划信息量的 95% 时进行。',
    looked: '计划分析已完成并保存。此后只有随时有效的证据能改变结论。',
    always_valid: '可以随时查看；只有随时有效的证据起决定作用。',
    group_sequential: '尚未到计划的查看时间。在此之前只有始终有效的证据算数。',
    group_looked: '已进行一次计划的查看，其结果保留到下一次。两次查看之间，只有始终有效的证据才能改变结论。',
    insufficient_data: '还没有人曝光，或者保存的设计没有有限的样本量。',
  },
  cuped: {
    available: '已按实验开始前的数据调整，只包含协变量齐全的人。',
    unavailable: '没有记录实验开始前的数值。',
    too_many_covariates: '已记录 {{count}} 个协变量；最多使用 {{limit}} 个。',
    not_applicable: 'CUPED 仅用于连续指标，且随机分配的是个人而非群组。',
    insufficient_data: '其中一组里协变量齐全的人太少。',
  },
  stratified: {
    available: '各层内的效应，按层的大小加权。',
    unavailable: '没有记录分层。',
    not_applicable: '分层仅用于二元和连续指标，且随机分配的是个人而非群组。',
    too_many_strata: '已记录 {{count}} 个层；最多使用 {{limit}} 个。',
    insufficient_data: '没有任何一层在两组中都至少有两个人。',
  },
  guardrail: {
    none: '设计没有指定护栏指标。',
    ok: '没有护栏指标恶化超出其容许幅度。',
    warning: '看到了超出容许幅度的恶化，但尚未得到证实：不构成否决。',
    breached: '超出容许幅度的恶化已得到证实，无论查看多少次都成立：构成否决。',
    insufficient_data: '每个组至少需要两个人，且彼此之间有一定差异。',
  },
  holdout: {
    ok: '所有实验组的人与所有保留组的人相比；对照组不参与。',
    none: '保留组中没有人。',
    not_applicable: '保留组仅对二元和连续指标进行比较，且随机分配的是个人而非群组。',
    insufficient_data: '双方都至少需要两个人，并且数值有差异。',
  },
}
