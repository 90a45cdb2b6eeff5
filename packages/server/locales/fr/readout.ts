import type { readout as english } from '../en/readout.ts'
import type { Translation } from '../translation.ts'

export const readout: Translation<typeof english> = {
  disclaimer:
    'Les résultats à horizon fixe valent pour la lecture prévue. Avant elle, seule la preuve toujours valide permet d’agir.',
  srm: {
    ok: 'Les groupes ont les parts prévues.',
    srm_detected: 'Les groupes n’ont pas les parts prévues. Trouvez la cause avant de lire un résultat.',
    insufficient_data: 'Personne n’a encore été exposé.',
  },
  bonferroni: 'Alpha {{alpha}} pour chacune des {{comparisons}} comparaisons (Bonferroni).',
  slices:
    'À côté de chaque valeur p figure une valeur ajustée pour tous les segments et bras. Les segments expliquent, ils ne décident pas.',
  tooFewPersons: 'Chaque groupe a besoin d’au moins deux personnes, avec une certaine dispersion.',
  verdicts: {
    degenerate: 'Les deux groupes sont constants et égaux : il n’y a rien à comparer.',
  },
  units: { points: 'points de pourcentage', metric: 'dans l’unité de la métrique' },
  interpretation:
    'Effet {{effect}} {{unit}} (intervalle de confiance à {{level}} % de {{lower}} à {{upper}}), p = {{p}}.',
  degenerate: 'Dans les deux groupes, personne n’a converti, ou tout le monde.',
  alwaysValid: {
    ok: 'Vaut à chaque lecture, quel que soit leur nombre.',
    not_evaluable: 'Il n’y a pas encore de dispersion pour juger l’effet.',
    not_defined: 'Un test de rangs ne se lit qu’à ses lectures prévues.',
  },
  sequential: {
    fixed_horizon: 'Une lecture prévue, à 95 % de l’information prévue.',
    looked:
      'La lecture prévue est faite et conservée. Seule une preuve toujours valide peut encore changer le verdict.',
    always_valid: 'Se lit à tout moment ; seule la preuve toujours valide décide.',
    group_sequential:
      'Aucune lecture prévue n’était encore due. D’ici là, seules comptent les preuves toujours valides.',
    group_looked:
      'Une lecture prévue a été faite et vaut jusqu’à la suivante. Entre les lectures, seules les preuves toujours valides peuvent changer le verdict.',
    insufficient_data: 'Personne n’a encore été exposé, ou le plan enregistré n’a pas de taille d’échantillon finie.',
  },
  cuped: {
    available: 'Ajusté sur ce qui était connu avant le début, pour les personnes avec toutes les covariables.',
    unavailable: 'Aucune valeur d’avant le début n’est enregistrée.',
    too_many_covariates: 'Covariables enregistrées : {{count}} ; au plus {{limit}} sont utilisées.',
    not_applicable:
      'CUPED se lit pour les métriques continues, lorsque des personnes et non des grappes sont tirées au sort.',
    insufficient_data: 'Dans l’un des groupes, trop peu de personnes ont toutes les covariables.',
  },
  stratified: {
    available: 'Effets dans chaque strate, pondérés par sa taille.',
    unavailable: 'Aucune strate n’est enregistrée.',
    not_applicable:
      'Les strates se lisent pour les métriques binaires et continues, lorsque des personnes et non des grappes sont tirées au sort.',
    too_many_strata: 'Strates enregistrées : {{count}} ; au plus {{limit}} sont utilisées.',
    insufficient_data: 'Aucune strate n’a au moins deux personnes dans les deux groupes.',
  },
  guardrail: {
    none: 'Le plan ne nomme aucun garde-fou.',
    ok: 'Aucun garde-fou n’est dégradé au-delà de sa marge.',
    warning: 'Une dégradation au-delà de la marge se voit, mais n’est pas encore prouvée : elle n’oppose pas de veto.',
    breached:
      'La dégradation au-delà de la marge est prouvée, quel que soit le nombre de lectures : elle oppose un veto.',
    insufficient_data: 'Chaque bras demande au moins deux personnes, avec une certaine dispersion entre elles.',
  },
  holdout: {
    ok: 'Toutes les personnes des groupes de traitement face à toutes celles du holdout ; le groupe témoin n’y entre pas.',
    none: 'Personne n’est dans le holdout.',
    not_applicable:
      'Le groupe réservé se compare pour les métriques binaires et continues, lorsque des personnes et non des grappes sont tirées au sort.',
    insufficient_data: 'Il faut de chaque côté au moins deux personnes et une certaine dispersion.',
  },
}
