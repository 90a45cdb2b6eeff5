import type { CatalogueOf } from '../catalogue.ts'

export const verdict: CatalogueOf<'fr'>['verdict'] = {
  title: 'Verdict',
  names: { ship: 'Déployer', no_ship: 'Ne pas déployer', keep_running: 'Continuer' },
  confidence: 'Confiance',
  confidences: { high: 'élevée', medium: 'moyenne', low: 'faible' },
  reasonsTitle: 'Pourquoi',
  blockersTitle: 'Ce qui s’y oppose',
  version: 'Version des données',
  readAt: 'Lu à',
  changed: 'Le verdict est maintenant : {{verdict}}.',
  worthwhile: 'Plus petit effet utile',
  worthwhileNone: 'non défini',
  policyChanged: 'La règle de décision a changé après la première exposition. Celle du début reste appliquée.',
  unknownCode: 'Code {{code}}',
  codes: {
    no_exposures: 'Personne n’a encore été exposé.',
    insufficient_per_arm: 'Chaque groupe a besoin d’au moins deux personnes, avec une certaine dispersion.',
    blocked_untrustworthy: 'Les données ne sont pas fiables : aucun effet n’en est tiré.',
    significant_win: '{{arm}} est significativement meilleur que le contrôle : {{effect_relative}}, {{p_value}}.',
    significant_loss: '{{arm}} est significativement moins bon que le contrôle : {{effect_relative}}, {{p_value}}.',
    practical_threshold_met:
      '{{arm}} : l’intervalle commence à {{ci_lower}} et atteint le plus petit effet utile, {{mwe}}.',
    practical_threshold_none: '{{arm}} : l’intervalle commence à {{ci_lower}}. Le plan ne demande pas d’effet minimal.',
    practical_threshold_uncertain:
      '{{arm}} : l’intervalle commence à {{ci_lower}}, sous le plus petit effet utile, {{mwe}}.',
    below_practical_threshold_proven:
      '{{arm}} : tout l’intervalle, jusqu’à {{ci_upper}}, est sous le plus petit effet utile, {{mwe}}.',
    practical_threshold_unavailable: 'Le plan ne fixe pas de plus petit effet utile.',
    bayesian_win: '{{arm}} est meilleur que le contrôle avec une probabilité de {{probability}}.',
    sequential_crossed: '{{arm}} a franchi la borne de la lecture.',
    sequential_not_crossed: 'Aucun groupe n’a franchi la borne de la lecture.',
    anytime_valid_confirmed: '{{arm}} : la preuve toujours valide le confirme, quel que soit le nombre de lectures.',
    statistically_positive_but_below_practical_threshold:
      'L’effet est positif, mais rien n’établit qu’il atteigne le plus petit effet utile, {{mwe}}.',
    planned_sample_complete_no_effect: 'L’échantillon prévu est complet et ne montre aucun effet.',
    info_fraction_complete_no_effect: 'Toutes les lectures prévues sont faites et ne montrent aucun effet.',
    futility_bound_reached:
      'Chaque bras est à la borne de futilité de la lecture ou en dessous : l’effet prévu est devenu improbable.',
    fixed_horizon_before_planned_read: 'La lecture prévue n’est pas encore atteinte.',
    inconclusive_ci: 'La preuve toujours valide ne tranche pas encore entre mieux et moins bien.',
    info_fraction_incomplete: '{{information_fraction}} de l’information prévue est recueillie.',
    info_fraction_unknown: 'On ne peut pas dire quelle part de l’information prévue est recueillie.',
    equivalence_shown: 'L’équivalence dans la marge est établie.',
    srm_mismatch: 'Les groupes n’ont pas les parts prévues (écart de répartition, {{p_value}}).',
    guardrail_breach: 'Le garde-fou {{metric}} est franchi.',
    guardrail_vetoed: 'Un garde-fou franchi oppose son veto au gain.',
    not_available_in_this_version:
      'Le plan demande {{field}} ({{value}}). Cette version ne le lit pas en direct et ne conseille donc pas de déployer.',
  },
  fields: {
    metric_type: 'un type de métrique',
    exposure_metric_name: 'une métrique d’exposition',
    planned_test: 'un test prévu',
    guardrail_metrics: 'des garde-fous',
    estimator: 'un estimateur',
    arm_adjustment: 'un ajustement entre groupes',
    monitoring: 'un mode de suivi',
    randomization_unit: 'une unité de randomisation',
  },
}
