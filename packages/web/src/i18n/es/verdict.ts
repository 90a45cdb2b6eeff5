import type { CatalogueOf } from '../catalogue.ts'

export const verdict: CatalogueOf<'es'>['verdict'] = {
  title: 'Veredicto',
  names: { ship: 'Lanzar', no_ship: 'No lanzar', keep_running: 'Seguir' },
  confidence: 'Confianza',
  confidences: { high: 'alta', medium: 'media', low: 'baja' },
  reasonsTitle: 'Por qué',
  blockersTitle: 'Qué lo impide',
  version: 'Versión de los datos',
  readAt: 'Leído a las',
  changed: 'El veredicto es ahora: {{verdict}}.',
  worthwhile: 'Menor efecto que vale la pena',
  worthwhileNone: 'sin definir',
  policyChanged: 'La política de decisión cambió tras la primera exposición. Se sigue usando la del inicio.',
  unknownCode: 'Código {{code}}',
  codes: {
    no_exposures: 'Aún no hay nadie expuesto.',
    insufficient_per_arm: 'Cada grupo necesita al menos dos personas, con alguna variación entre ellas.',
    blocked_untrustworthy: 'Los datos no son fiables, así que no se lee ningún efecto.',
    significant_win: '{{arm}} es significativamente mejor que el control: {{effect_relative}}, {{p_value}}.',
    significant_loss: '{{arm}} es significativamente peor que el control: {{effect_relative}}, {{p_value}}.',
    practical_threshold_met:
      '{{arm}}: el intervalo empieza en {{ci_lower}} y alcanza el menor efecto que vale la pena, {{mwe}}.',
    practical_threshold_none: '{{arm}}: el intervalo empieza en {{ci_lower}}. El diseño no pide un efecto mínimo.',
    practical_threshold_uncertain:
      '{{arm}}: el intervalo empieza en {{ci_lower}}, por debajo del menor efecto que vale la pena, {{mwe}}.',
    below_practical_threshold_proven:
      '{{arm}}: todo el intervalo, hasta {{ci_upper}}, queda por debajo del menor efecto que vale la pena, {{mwe}}.',
    practical_threshold_unavailable: 'El diseño no define el menor efecto que vale la pena.',
    bayesian_win: '{{arm}} es mejor que el control con probabilidad {{probability}}.',
    sequential_crossed: '{{arm}} superó el límite de la lectura.',
    sequential_not_crossed: 'Ningún grupo superó el límite de la lectura.',
    anytime_valid_confirmed: '{{arm}}: la evidencia siempre válida lo confirma, se lea cuantas veces se lea.',
    statistically_positive_but_below_practical_threshold:
      'El efecto es positivo, pero no está demostrado que alcance el menor que vale la pena, {{mwe}}.',
    planned_sample_complete_no_effect: 'La muestra planificada está completa y no muestra efecto.',
    info_fraction_complete_no_effect: 'Se hicieron todas las lecturas planificadas y no muestran efecto.',
    futility_bound_reached:
      'Todos los grupos están en el límite de futilidad de la lectura o por debajo: el efecto previsto se ha vuelto improbable.',
    fixed_horizon_before_planned_read: 'Aún no se ha llegado a la lectura planificada.',
    inconclusive_ci: 'La evidencia siempre válida aún no decide entre mejor y peor.',
    info_fraction_incomplete: 'Se ha reunido {{information_fraction}} de la información prevista.',
    info_fraction_unknown: 'No se puede saber cuánta información prevista se ha reunido.',
    equivalence_shown: 'La equivalencia dentro del margen está demostrada.',
    srm_mismatch: 'Los grupos no tienen las proporciones planificadas (desajuste de la muestra, {{p_value}}).',
    guardrail_breach: 'La métrica de protección {{metric}} se ha incumplido.',
    guardrail_vetoed: 'Una métrica de protección incumplida veta la mejora.',
    not_available_in_this_version:
      'El diseño pide {{field}} ({{value}}). Esta versión no lo lee en vivo y por eso no recomienda lanzar.',
  },
  fields: {
    metric_type: 'un tipo de métrica',
    exposure_metric_name: 'una métrica de exposición',
    planned_test: 'una prueba planificada',
    guardrail_metrics: 'métricas de protección',
    estimator: 'un estimador',
    arm_adjustment: 'un ajuste entre grupos',
    monitoring: 'un modo de seguimiento',
    randomization_unit: 'una unidad de aleatorización',
  },
}
