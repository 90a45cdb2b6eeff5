import type { report as english } from '../en/report.ts'
import type { Translation } from '../translation.ts'

export const report: Translation<typeof english> = {
  executiveSummary:
    '{{name}} : nous testons ce changement : {{change}}. Le test mesure {{metric}} auprès de {{audience}} pendant {{days}} jours, avec {{size}} utilisateurs par variante.',
  control: 'Contrôle : tout reste comme maintenant.',
  stopping: {
    plannedSize: 'Arrêtez quand chaque variante a sa taille prévue et que la dernière semaine est complète.',
    harm: 'N’arrêtez plus tôt que si un garde-fou est franchi, si les parts des variantes ne concordent pas ou si la règle prévue le dit.',
  },
  diagnostics: {
    sampleRatio: 'Part des utilisateurs par variante (contrôle SRM)',
    exposure: 'Expositions et événements par jour et par variante',
    dataQuality: 'Événements tardifs, en double ou sans utilisateur',
  },
  noStatisticalRisk: 'Aucun risque statistique n’a été trouvé dans le plan.',
  noTechnicalRisk:
    'Aucune contrainte technique n’est indiquée : vérifiez le suivi dans chaque variante avant le départ.',
  noOperationalRisk:
    'Aucun risque opérationnel n’est indiqué : convenez de qui surveille le test et de qui peut l’arrêter.',
  beforeLaunch: {
    verify:
      'Vérifiez l’affectation, les événements d’exposition et la métrique principale avec des utilisateurs de test dans chaque variante.',
  },
  duringTest: {
    sampleRatio:
      'Surveillez les parts des variantes et les garde-fous ; ne jugez pas la métrique principale avant sa lecture.',
    stable: 'Ne changez ni les variantes, ni la répartition, ni l’audience pendant le test.',
  },
  afterTest: {
    decide: 'Lisez l’analyse prévue une seule fois et décidez selon la règle fixée avant le départ.',
    document: 'Notez le résultat, même s’il ne montre aucun effet, et ce qu’il faut tester ensuite.',
  },
  adviceOfDemo: 'La démonstration a été créée sans modèle de langage.',
  marketQuestion: 'Le résultat vaut-il hors de ce marché : {{market}} ?',
  guardrailNote:
    'Avec {{size}} utilisateurs par variante, un changement de cette taille est détecté avec une puissance de {{power}} %.',
  guardrailOutOfReach:
    'Avec {{size}} utilisateurs par variante, aucun changement n’est détecté avec une puissance de {{power}} %.',
  adviceNeedsKey: 'Les conseils demandent un fournisseur et une clé à vous.',
  adviceFailed: 'Aucun modèle n’a donné de réponse utilisable.',
  adviceNotAsked: 'Aucun conseil n’a été demandé.',
}
