import type { CatalogueOf } from '../catalogue.ts'

export const verdict: CatalogueOf<'de'>['verdict'] = {
  title: 'Urteil',
  names: { ship: 'Ausrollen', no_ship: 'Nicht ausrollen', keep_running: 'Weiterlaufen lassen' },
  confidence: 'Sicherheit',
  confidences: { high: 'hoch', medium: 'mittel', low: 'gering' },
  reasonsTitle: 'Warum',
  blockersTitle: 'Was dagegensteht',
  version: 'Datenversion',
  readAt: 'Gelesen um',
  changed: 'Das Urteil lautet jetzt: {{verdict}}.',
  worthwhile: 'Kleinster lohnender Effekt',
  worthwhileNone: 'nicht festgelegt',
  policyChanged:
    'Die Entscheidungsregel wurde nach der ersten Exposition geändert. Es gilt weiter die Regel vom Start.',
  unknownCode: 'Code {{code}}',
  codes: {
    no_exposures: 'Noch niemand wurde exponiert.',
    insufficient_per_arm: 'Jede Gruppe braucht mindestens zwei Personen mit etwas Streuung.',
    blocked_untrustworthy: 'Den Daten ist nicht zu trauen, daher wird kein Effekt abgelesen.',
    significant_win: '{{arm}} ist signifikant besser als die Kontrolle: {{effect_relative}}, {{p_value}}.',
    significant_loss: '{{arm}} ist signifikant schlechter als die Kontrolle: {{effect_relative}}, {{p_value}}.',
    practical_threshold_met:
      '{{arm}}: Das Intervall beginnt bei {{ci_lower}} und erreicht den kleinsten lohnenden Effekt von {{mwe}}.',
    practical_threshold_none:
      '{{arm}}: Das Intervall beginnt bei {{ci_lower}}. Das Design verlangt keinen Mindesteffekt.',
    practical_threshold_uncertain:
      '{{arm}}: Das Intervall beginnt bei {{ci_lower}}, unter dem kleinsten lohnenden Effekt von {{mwe}}.',
    below_practical_threshold_proven:
      '{{arm}}: Das ganze Intervall, bis {{ci_upper}}, liegt unter dem kleinsten lohnenden Effekt von {{mwe}}.',
    practical_threshold_unavailable: 'Das Design legt keinen kleinsten lohnenden Effekt fest.',
    bayesian_win: '{{arm}} ist mit Wahrscheinlichkeit {{probability}} besser als die Kontrolle.',
    sequential_crossed: '{{arm}} hat die Grenze der Auswertung überschritten.',
    sequential_not_crossed: 'Keine Gruppe hat die Grenze der Auswertung überschritten.',
    anytime_valid_confirmed: '{{arm}}: Die jederzeit gültige Evidenz bestätigt es, wie oft man auch liest.',
    statistically_positive_but_below_practical_threshold:
      'Der Effekt ist positiv, erreicht aber nicht nachweislich den kleinsten lohnenden Effekt von {{mwe}}.',
    planned_sample_complete_no_effect: 'Die geplante Stichprobe ist vollständig und zeigt keinen Effekt.',
    info_fraction_complete_no_effect: 'Alle geplanten Auswertungen sind erfolgt und zeigen keinen Effekt.',
    futility_bound_reached:
      'Jeder Arm liegt am oder unter der Aussichtslosigkeitsgrenze des Blicks: Der geplante Effekt ist unwahrscheinlich geworden.',
    fixed_horizon_before_planned_read: 'Die geplante Auswertung ist noch nicht erreicht.',
    inconclusive_ci: 'Die jederzeit gültige Evidenz entscheidet noch nicht zwischen besser und schlechter.',
    info_fraction_incomplete: '{{information_fraction}} der geplanten Information sind gesammelt.',
    info_fraction_unknown: 'Wie viel der geplanten Information gesammelt ist, lässt sich nicht sagen.',
    equivalence_shown: 'Äquivalenz innerhalb der Grenze ist gezeigt.',
    srm_mismatch: 'Die Gruppen haben nicht die geplanten Anteile (Sample Ratio Mismatch, {{p_value}}).',
    guardrail_breach: 'Die Guardrail-Metrik {{metric}} ist verletzt.',
    guardrail_vetoed: 'Eine verletzte Guardrail-Metrik verhindert das Ausrollen.',
    not_available_in_this_version:
      'Das Design verlangt {{field}} ({{value}}). Diese Version wertet das nicht live aus und rät daher nicht zum Ausrollen.',
  },
  fields: {
    metric_type: 'einen Metriktyp',
    exposure_metric_name: 'eine Metrik der Exposition',
    planned_test: 'einen geplanten Test',
    guardrail_metrics: 'Guardrail-Metriken',
    estimator: 'einen Schätzer',
    arm_adjustment: 'eine Korrektur über Gruppen',
    monitoring: 'eine Art der Überwachung',
    randomization_unit: 'eine Randomisierungseinheit',
  },
}
