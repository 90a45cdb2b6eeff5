import type { CatalogueOf } from '../catalogue.ts'

export const verdict: CatalogueOf<'ru'>['verdict'] = {
  title: 'Вердикт',
  names: { ship: 'Внедрять', no_ship: 'Не внедрять', keep_running: 'Продолжать' },
  confidence: 'Уверенность',
  confidences: { high: 'высокая', medium: 'средняя', low: 'низкая' },
  reasonsTitle: 'Почему',
  blockersTitle: 'Что мешает',
  version: 'Версия данных',
  readAt: 'Прочитано в',
  changed: 'Вердикт изменился: {{verdict}}.',
  worthwhile: 'Минимальный стоящий эффект',
  worthwhileNone: 'не задан',
  policyChanged: 'Правила решения изменены после первого показа. Действуют те, что были в начале.',
  unknownCode: 'Код {{code}}',
  codes: {
    no_exposures: 'Участников пока нет.',
    insufficient_per_arm: 'В каждой группе нужно не меньше двух участников и некоторый разброс между ними.',
    blocked_untrustworthy: 'Данным нельзя доверять, поэтому эффект по ним не оценивается.',
    significant_win: '{{arm}} значимо лучше контроля: {{effect_relative}}, {{p_value}}.',
    significant_loss: '{{arm}} значимо хуже контроля: {{effect_relative}}, {{p_value}}.',
    practical_threshold_met:
      '{{arm}}: интервал начинается с {{ci_lower}}, не ниже минимального стоящего эффекта {{mwe}}.',
    practical_threshold_none: '{{arm}}: интервал начинается с {{ci_lower}}. Минимальный эффект в дизайне не задан.',
    practical_threshold_uncertain:
      '{{arm}}: интервал начинается с {{ci_lower}}, ниже минимального стоящего эффекта {{mwe}}.',
    below_practical_threshold_proven:
      '{{arm}}: весь интервал, до {{ci_upper}}, лежит ниже минимального стоящего эффекта {{mwe}}.',
    practical_threshold_unavailable: 'Минимальный стоящий эффект в дизайне не задан.',
    bayesian_win: '{{arm}} лучше контроля с вероятностью {{probability}}.',
    sequential_crossed: '{{arm}}: граница анализа пересечена.',
    sequential_not_crossed: 'Ни одна группа не пересекла границу анализа.',
    anytime_valid_confirmed: '{{arm}}: подтверждено данными, верными в любой момент.',
    statistically_positive_but_below_practical_threshold:
      'Эффект положительный, но не показано, что он достигает минимального стоящего {{mwe}}.',
    planned_sample_complete_no_effect: 'Плановая выборка набрана, эффекта не видно.',
    info_fraction_complete_no_effect: 'Все плановые анализы проведены, эффекта не видно.',
    futility_bound_reached:
      'Все варианты не выше границы бесперспективности этого просмотра: запланированный эффект стал маловероятным.',
    fixed_horizon_before_planned_read: 'До планового анализа данных ещё не хватает.',
    inconclusive_ci: 'Данные, верные в любой момент, пока не отличают «лучше» от «хуже».',
    info_fraction_incomplete: 'Собрано {{information_fraction}} плановой информации.',
    info_fraction_unknown: 'Сколько плановой информации собрано, неизвестно.',
    equivalence_shown: 'Показана эквивалентность в пределах допуска.',
    srm_mismatch: 'Доли групп не соответствуют плану (перекос, {{p_value}}).',
    guardrail_breach: 'Нарушена защитная метрика {{metric}}.',
    guardrail_vetoed: 'Нарушенная защитная метрика отменяет выигрыш.',
    not_available_in_this_version:
      'Дизайн требует {{field}} ({{value}}). Эта версия не считает такое онлайн и потому не советует внедрять.',
  },
  fields: {
    metric_type: 'тип метрики',
    exposure_metric_name: 'метрику экспозиции',
    planned_test: 'плановый тест',
    guardrail_metrics: 'защитные метрики',
    estimator: 'метод оценки',
    arm_adjustment: 'поправку на число групп',
    monitoring: 'способ наблюдения',
    randomization_unit: 'единицу рандомизации',
  },
}
