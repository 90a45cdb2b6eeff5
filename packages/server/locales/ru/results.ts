import type { results as english } from '../en/results.ts'
import type { Translation } from '../translation.ts'

export const results: Translation<typeof english> = {
  verdicts: {
    uplift: 'Тестовая группа выше контроля.',
    decline: 'Тестовая группа ниже контроля.',
    none: 'Различие не показано.',
    equivalent: 'Группы эквивалентны в пределах границы.',
    notEquivalent: 'Эквивалентность в пределах границы не показана.',
    degenerate: 'Сравнивать нечего: в группах нет разброса.',
    association: 'Строки и столбцы связаны.',
    noAssociation: 'Связь не показана.',
    groupsDiffer: 'Группы различаются.',
    groupsAlike: 'Различие между группами не показано.',
    curvesDiffer: 'Кривые дожития различаются.',
    curvesAlike: 'Различие между кривыми дожития не показано.',
  },
  interpretation: 'Эффект {{effect}}; {{level}}%-й доверительный интервал от {{lower}} до {{upper}}; p = {{p}}.',
  testInterpretation: '{{name}} = {{statistic}}; p = {{p}}.',
  effectLabels: {
    odds_ratio: 'отношение шансов, тест к контролю',
    cohens_d: 'd Коэна',
    rank_biserial: 'рангово-бисериальная корреляция',
    rate_ratio: 'отношение интенсивностей, тест к контролю',
    cohens_dz: 'd Коэна для разностей',
    eta_squared: 'эта-квадрат',
    epsilon_squared: 'эпсилон-квадрат',
    mean_difference: 'средняя разность',
    pseudomedian: 'псевдомедиана разностей',
    share_difference: 'разность долей',
  },
}
