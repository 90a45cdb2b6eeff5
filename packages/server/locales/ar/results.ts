import type { results as english } from '../en/results.ts'
import type { Translation } from '../translation.ts'

export const results: Translation<typeof english> = {
  verdicts: {
    uplift: 'المعالجة أعلى من الضابطة.',
    decline: 'المعالجة أدنى من الضابطة.',
    none: 'لم يظهر فرق.',
    equivalent: 'المجموعتان متكافئتان ضمن الهامش.',
    notEquivalent: 'لم يثبت التكافؤ ضمن الهامش.',
    degenerate: 'لا شيء يُقارن: لا تفاوت في المجموعتين.',
    association: 'الصفوف والأعمدة مترابطة.',
    noAssociation: 'لم يظهر ترابط.',
    groupsDiffer: 'المجموعات مختلفة.',
    groupsAlike: 'لم يظهر فرق بين المجموعات.',
    curvesDiffer: 'منحنيات البقاء مختلفة.',
    curvesAlike: 'لم يظهر فرق بين منحنيات البقاء.',
  },
  interpretation:
    'الأثر {{effect}}، فترة الثقة \u2066{{level}}%\u2069 من {{lower}} إلى {{upper}}، \u2066p = {{p}}\u2069.',
  testInterpretation: '\u2066{{name}} = {{statistic}}\u2069، \u2066p = {{p}}\u2069.',
  effectLabels: {
    odds_ratio: 'نسبة الأرجحية، المعالجة إلى الضابطة',
    cohens_d: 'مقياس كوهين d',
    rank_biserial: 'ارتباط الرتب الثنائي',
    rate_ratio: 'نسبة المعدلين، المعالجة إلى الضابطة',
    cohens_dz: 'مقياس كوهين d للفروق',
    eta_squared: 'مربع إيتا',
    epsilon_squared: 'مربع إبسيلون',
    mean_difference: 'متوسط الفروق',
    pseudomedian: 'شبه وسيط الفروق',
    share_difference: 'فرق النسب',
  },
}
