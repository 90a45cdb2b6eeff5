import type { planning as english } from '../en/planning.ts'
import type { Translation } from '../translation.ts'

export const planning: Translation<typeof english> = {
  warnings: {
    MISSING_VARIANCE: 'Une métrique continue a besoin de son écart-type.',
    LONG_DURATION:
      'Le test dure {{days}} jours, plus de 8 semaines : ni la saison ni les cookies ne restent stables aussi longtemps.',
    LOW_TRAFFIC:
      'Seulement {{traffic}} utilisateurs par jour entrent dans le test : les petits effets ne se distinguent pas.',
    CONSERVATIVE_MULTIVARIANT_ALPHA:
      'Avec {{variants}} variantes, chaque comparaison utilise un alpha plus strict (Bonferroni).',
    MANY_VARIANTS_LOW_TRAFFIC:
      '{{variants}} variantes se partagent {{traffic}} utilisateurs par jour : envisagez moins de variantes.',
    CLUSTER_RANDOMIZATION:
      'La randomisation se fait par grappes : l’échantillon grandit de l’effet de plan, et l’analyse doit connaître les grappes.',
    SEASONALITY_PRESENT: 'Il y a une saisonnalité : faites durer le test des semaines entières.',
    CAMPAIGN_CONTAMINATION: 'Des campagnes ont lieu en même temps et peuvent se mêler à l’effet.',
    UNDERPOWERED_DESIGN: 'La puissance de {{power}} est inférieure à 0,8 : un effet réel est trop souvent manqué.',
    LONG_TEST_NOT_POSSIBLE: 'Le test demande {{days}} jours, mais un test long n’est pas possible.',
    INTERIM_LOOKS_INCREASE_SAMPLE:
      '{{looks}} lectures augmentent la plus grande taille d’échantillon de {{percent}} %.',
    SRM_DETECTED:
      'Les effectifs ne correspondent pas à la répartition (p = {{p}}) : trouvez la cause avant de lire un résultat.',
  },
  assumptions: {
    twoSided: 'Test bilatéral au seuil alpha {{alpha}}, puissance {{power}}.',
    binary: 'Test z de deux proportions à variance commune ; taux de base {{baseline}}, taux prévu {{planned}}.',
    continuous: 'Test z de deux moyennes ; écart-type {{spread}} dans chaque groupe.',
    ratio: 'Test z d’un ratio par la méthode delta ; écart-type {{spread}} de la valeur linéarisée par utilisateur.',
    fisher: 'Test exact de Fisher ; taux de base {{baseline}}, taux prévu {{planned}}.',
    mannWhitney:
      'Test de Mann-Whitney d’un décalage ; écart-type {{spread}} ; d’autres formes demandent jusqu’à 11 % d’utilisateurs en plus.',
    equivalence: 'Deux tests unilatéraux d’équivalence pour une différence réelle de 0 ; écart-type {{spread}}.',
    count:
      'Test conditionnel de deux taux de Poisson ; {{baseline}} événements par unité d’exposition, prévu {{planned}}.',
    equalArms: 'sample_size_per_variant suppose des groupes égaux ; sample_sizes_by_variant suit la répartition.',
    independent: 'Les utilisateurs réagissent indépendamment les uns des autres, et chacun est compté une fois.',
    clusterDesignEffect: 'Effet de plan 1 + (m − 1)·ICC = {{effect}}.',
    clusterSize: 'Les grappes comptent {{size}} utilisateurs en moyenne et ont presque la même taille.',
    clusterAnalysis: 'L’analyse utilise des erreurs types robustes aux grappes.',
  },
  bonferroniNote: '{{comparisons}} comparaisons avec le contrôle : chacune est testée au seuil alpha {{alpha}}.',
  bayesianNote:
    'Avec ce nombre d’utilisateurs par variante, l’intervalle de crédibilité à {{credibility}} % n’est pas plus large que ± {{precision}}.',
}
