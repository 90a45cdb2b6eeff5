import type { results as english } from '../en/results.ts'
import type { Translation } from '../translation.ts'

export const results: Translation<typeof english> = {
  verdicts: {
    uplift: 'Le traitement est au-dessus du contrôle.',
    decline: 'Le traitement est au-dessous du contrôle.',
    none: 'Aucune différence n’est établie.',
    equivalent: 'Les groupes sont équivalents dans la marge.',
    notEquivalent: 'L’équivalence dans la marge n’est pas établie.',
    degenerate: 'Il n’y a rien à comparer : les groupes ne varient pas.',
    association: 'Lignes et colonnes sont associées.',
    noAssociation: 'Aucune association n’est établie.',
    groupsDiffer: 'Les groupes diffèrent.',
    groupsAlike: 'Aucune différence entre les groupes n’est établie.',
    curvesDiffer: 'Les courbes de survie diffèrent.',
    curvesAlike: 'Aucune différence entre les courbes de survie n’est établie.',
  },
  interpretation: 'Effet {{effect}} ; intervalle de confiance à {{level}} % de {{lower}} à {{upper}} ; p = {{p}}.',
  testInterpretation: '{{name}} = {{statistic}} ; p = {{p}}.',
  effectLabels: {
    odds_ratio: 'rapport des cotes, traitement sur contrôle',
    cohens_d: 'd de Cohen',
    rank_biserial: 'corrélation bisériale de rangs',
    rate_ratio: 'rapport des taux, traitement sur contrôle',
    cohens_dz: 'd de Cohen des différences',
    eta_squared: 'êta carré',
    epsilon_squared: 'epsilon carré',
    mean_difference: 'différence moyenne',
    pseudomedian: 'pseudo-médiane des différences',
    share_difference: 'différence des proportions',
  },
}
