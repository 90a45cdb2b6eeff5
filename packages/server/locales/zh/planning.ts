import type { planning as english } from '../en/planning.ts'
import type { Translation } from '../translation.ts'

export const planning: Translation<typeof english> = {
  warnings: {
    MISSING_VARIANCE: '连续指标需要给出标准差。',
    LONG_DURATION: '实验需要 {{days}} 天，超过 8 周：季节和 Cookie 不会在这么长时间内保持不变。',
    LOW_TRAFFIC: '每天只有 {{traffic}} 个用户进入实验：无法识别小的效应。',
    CONSERVATIVE_MULTIVARIANT_ALPHA: '有 {{variants}} 个变体，每次比较都使用更严格的 alpha（Bonferroni）。',
    MANY_VARIANTS_LOW_TRAFFIC: '{{variants}} 个变体共享每天 {{traffic}} 个用户：请考虑减少变体。',
    CLUSTER_RANDOMIZATION: '按群组随机化：样本量要乘以设计效应，分析时也必须考虑群组。',
    SEASONALITY_PRESENT: '存在季节性：请按整周运行。',
    CAMPAIGN_CONTAMINATION: '同期有营销活动，可能与效应混在一起。',
    UNDERPOWERED_DESIGN: '功效 {{power}} 低于 0.8：真实的效应太容易被漏掉。',
    LONG_TEST_NOT_POSSIBLE: '实验需要 {{days}} 天，但无法进行长时间的实验。',
    INTERIM_LOOKS_INCREASE_SAMPLE: '{{looks}} 次分析使最大样本量增加 {{percent}}%。',
    SRM_DETECTED: '各组计数与流量分配不符（p = {{p}}）：请先查明原因，再看任何结果。',
  },
  assumptions: {
    twoSided: '双侧检验，显著性水平 alpha 为 {{alpha}}，功效为 {{power}}。',
    binary: '合并方差的两比例 z 检验；基线 {{baseline}}，计划比例 {{planned}}。',
    continuous: '两均值 z 检验；每组标准差 {{spread}}。',
    ratio: '用 delta 方法对比率做 z 检验；每个用户线性化值的标准差为 {{spread}}。',
    fisher: 'Fisher 精确检验；基线 {{baseline}}，计划比例 {{planned}}。',
    mannWhitney: '针对位移的 Mann-Whitney 检验；标准差 {{spread}}；其他分布形状最多需要多 11% 的用户。',
    equivalence: '真实差值为 0 时的两个单侧等效检验；标准差 {{spread}}。',
    count: '两个泊松率的条件检验；每单位暴露 {{baseline}} 个事件，计划为 {{planned}}。',
    equalArms: 'sample_size_per_variant 假定各组人数相等；sample_sizes_by_variant 按流量分配计算。',
    independent: '用户之间的反应相互独立，每个用户只计一次。',
    clusterDesignEffect: '设计效应 1 + (m − 1)·ICC = {{effect}}。',
    clusterSize: '每个群组平均有 {{size}} 个用户，各群组大小接近。',
    clusterAnalysis: '分析使用群组稳健标准误。',
  },
  bonferroniNote: '共 {{comparisons}} 次与对照组的比较：每次按 alpha {{alpha}} 检验。',
  bayesianNote: '每个变体有这么多用户时，{{credibility}}% 可信区间不宽于 ± {{precision}}。',
}
