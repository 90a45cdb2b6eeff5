import type { planning as english } from '../en/planning.ts'
import type { Translation } from '../translation.ts'

export const planning: Translation<typeof english> = {
  warnings: {
    MISSING_VARIANCE: 'Eine stetige Metrik braucht ihre Standardabweichung.',
    LONG_DURATION:
      'Der Test dauert {{days}} Tage, mehr als 8 Wochen: So lange bleiben weder Saison noch Cookies unverändert.',
    LOW_TRAFFIC: 'Nur {{traffic}} Nutzer am Tag erreichen den Test: Kleine Effekte sind so nicht zu erkennen.',
    CONSERVATIVE_MULTIVARIANT_ALPHA:
      'Bei {{variants}} Varianten gilt für jeden Vergleich ein strengeres Alpha (Bonferroni).',
    MANY_VARIANTS_LOW_TRAFFIC:
      '{{variants}} Varianten teilen sich {{traffic}} Nutzer am Tag: Erwägen Sie weniger Varianten.',
    CLUSTER_RANDOMIZATION:
      'Cluster werden randomisiert: Die Stichprobe wächst um den Designeffekt, und die Auswertung muss die Cluster kennen.',
    SEASONALITY_PRESENT: 'Es gibt Saisonalität: Lassen Sie den Test ganze Wochen laufen.',
    CAMPAIGN_CONTAMINATION: 'Gleichzeitig laufen Kampagnen und können sich mit dem Effekt vermischen.',
    UNDERPOWERED_DESIGN: 'Die Power von {{power}} liegt unter 0,8: Ein echter Effekt wird zu oft übersehen.',
    LONG_TEST_NOT_POSSIBLE: 'Der Test braucht {{days}} Tage, ein langer Test ist aber nicht möglich.',
    INTERIM_LOOKS_INCREASE_SAMPLE: 'Mit {{looks}} Auswertungen wächst die größte Stichprobengröße um {{percent}} %.',
    SRM_DETECTED:
      'Die Anzahlen passen nicht zur Aufteilung (p = {{p}}): Finden Sie die Ursache, bevor Sie Ergebnisse lesen.',
  },
  assumptions: {
    twoSided: 'Zweiseitiger Test zum Signifikanzniveau Alpha = {{alpha}}, Power {{power}}.',
    binary: 'z-Test zweier Anteile mit gepoolter Varianz; Ausgangswert {{baseline}}, geplanter Anteil {{planned}}.',
    continuous: 'z-Test zweier Mittelwerte; Standardabweichung {{spread}} in jeder Gruppe.',
    ratio:
      'z-Test eines Quotienten nach der Delta-Methode; Standardabweichung {{spread}} des linearisierten Werts je Nutzer.',
    fisher: 'Exakter Test nach Fisher; Ausgangswert {{baseline}}, geplanter Anteil {{planned}}.',
    mannWhitney:
      'Mann-Whitney-Test auf Verschiebung; Standardabweichung {{spread}}; andere Verteilungsformen brauchen bis zu 11 % mehr Nutzer.',
    equivalence:
      'Zwei einseitige Tests auf Äquivalenz bei einer wahren Differenz von 0; Standardabweichung {{spread}}.',
    count:
      'Bedingter Test zweier Poisson-Raten; {{baseline}} Ereignisse je Einheit der Exposition, geplant {{planned}}.',
    equalArms: 'sample_size_per_variant nimmt gleich große Gruppen an; sample_sizes_by_variant folgt der Aufteilung.',
    independent: 'Die Nutzer reagieren unabhängig voneinander, und jeder wird einmal gezählt.',
    clusterDesignEffect: 'Designeffekt 1 + (m − 1)·ICC = {{effect}}.',
    clusterSize: 'Die Cluster haben im Mittel {{size}} Nutzer und sind fast gleich groß.',
    clusterAnalysis: 'Die Auswertung verwendet clusterrobuste Standardfehler.',
  },
  bonferroniNote: '{{comparisons}} Vergleiche mit der Kontrolle: Jeder wird zum Alpha {{alpha}} getestet.',
  bayesianNote:
    'So viele Nutzer je Variante ergeben ein {{credibility}}-%-Kredibilitätsintervall, das nicht breiter als ± {{precision}} ist.',
}
