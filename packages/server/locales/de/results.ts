import type { results as english } from '../en/results.ts'
import type { Translation } from '../translation.ts'

export const results: Translation<typeof english> = {
  verdicts: {
    uplift: 'Die Variante liegt über der Kontrolle.',
    decline: 'Die Variante liegt unter der Kontrolle.',
    none: 'Ein Unterschied ist nicht gezeigt.',
    equivalent: 'Die Gruppen sind innerhalb der Grenze äquivalent.',
    notEquivalent: 'Äquivalenz innerhalb der Grenze ist nicht gezeigt.',
    degenerate: 'Es gibt nichts zu vergleichen: Die Gruppen streuen nicht.',
    association: 'Zeilen und Spalten hängen zusammen.',
    noAssociation: 'Ein Zusammenhang ist nicht gezeigt.',
    groupsDiffer: 'Die Gruppen unterscheiden sich.',
    groupsAlike: 'Ein Unterschied zwischen den Gruppen ist nicht gezeigt.',
    curvesDiffer: 'Die Überlebenskurven unterscheiden sich.',
    curvesAlike: 'Ein Unterschied zwischen den Überlebenskurven ist nicht gezeigt.',
  },
  interpretation: 'Effekt {{effect}}; {{level}}-%-Konfidenzintervall {{lower}} bis {{upper}}; p = {{p}}.',
  testInterpretation: '{{name}} = {{statistic}}; p = {{p}}.',
  effectLabels: {
    odds_ratio: 'Odds Ratio, Variante zu Kontrolle',
    cohens_d: 'Cohens d',
    rank_biserial: 'rangbiseriale Korrelation',
    rate_ratio: 'Ratenverhältnis, Variante zu Kontrolle',
    cohens_dz: 'Cohens d der Differenzen',
    eta_squared: 'Eta-Quadrat',
    epsilon_squared: 'Epsilon-Quadrat',
    mean_difference: 'mittlere Differenz',
    pseudomedian: 'Pseudomedian der Differenzen',
    share_difference: 'Differenz der Anteile',
  },
}
