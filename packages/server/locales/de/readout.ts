import type { readout as english } from '../en/readout.ts'
import type { Translation } from '../translation.ts'

export const readout: Translation<typeof english> = {
  disclaimer:
    'Die Ergebnisse mit festem Umfang gelten für die geplante Auswertung. Vorher darf nur nach der jederzeit gültigen Evidenz gehandelt werden.',
  srm: {
    ok: 'Die Gruppen haben die geplanten Anteile.',
    srm_detected: 'Die Gruppen haben nicht die geplanten Anteile. Finden Sie die Ursache, bevor Sie Ergebnisse lesen.',
    insufficient_data: 'Noch niemand wurde exponiert.',
  },
  bonferroni: 'Alpha {{alpha}} für jeden von {{comparisons}} Vergleichen (Bonferroni).',
  slices:
    'Neben jedem p-Wert steht einer, der für alle Teile und Arme korrigiert ist. Teile erklären, sie entscheiden nicht.',
  tooFewPersons: 'Jede Gruppe braucht mindestens zwei Personen mit etwas Streuung.',
  verdicts: {
    degenerate: 'Beide Gruppen sind konstant und gleich: Es gibt nichts zu vergleichen.',
  },
  units: { points: 'Prozentpunkte', metric: 'in der Einheit der Metrik' },
  interpretation: 'Effekt {{effect}} {{unit}} ({{level}}-%-Konfidenzintervall {{lower}} bis {{upper}}), p = {{p}}.',
  degenerate: 'In beiden Gruppen ist niemand konvertiert oder jeder.',
  alwaysValid: {
    ok: 'Gilt bei jeder Auswertung, wie oft man auch liest.',
    not_evaluable: 'Noch gibt es keine Streuung, an der sich der Effekt messen ließe.',
    not_defined: 'Ein Rangtest wird nur zu seinen geplanten Zeitpunkten gelesen.',
  },
  sequential: {
    fixed_horizon: 'Eine geplante Auswertung, bei 95 % der geplanten Information.',
    looked:
      'Die geplante Auswertung ist erfolgt und bleibt. Nur jederzeit gültige Evidenz kann das Urteil noch ändern.',
    always_valid: 'Jederzeit lesbar; nur die jederzeit gültige Evidenz entscheidet.',
    group_sequential: 'Noch war kein geplanter Blick fällig. Bis dahin zählt nur jederzeit gültige Evidenz.',
    group_looked:
      'Ein geplanter Blick wurde getan und gilt bis zum nächsten. Zwischen den Blicken kann nur jederzeit gültige Evidenz das Urteil ändern.',
    insufficient_data:
      'Noch niemand wurde exponiert, oder das gespeicherte Design hat keine endliche Stichprobengröße.',
  },
  cuped: {
    available: 'Bereinigt um das, was vor dem Start bekannt war, über Personen mit allen Kovariaten.',
    unavailable: 'Werte aus der Zeit vor dem Start sind nicht erfasst.',
    too_many_covariates: 'Erfasste Kovariaten: {{count}}; höchstens {{limit}} werden verwendet.',
    not_applicable: 'CUPED wird für stetige Metriken gelesen, wenn Personen und nicht Cluster zugeteilt wurden.',
    insufficient_data: 'In einer der Gruppen gibt es zu wenige Personen mit allen Kovariaten.',
  },
  stratified: {
    available: 'Effekte innerhalb der Schichten, nach der Größe jeder Schicht gewichtet.',
    unavailable: 'Es sind keine Schichten erfasst.',
    not_applicable:
      'Schichten werden für binäre und stetige Metriken gelesen, wenn Personen und nicht Cluster zugeteilt wurden.',
    too_many_strata: 'Erfasste Schichten: {{count}}; höchstens {{limit}} werden verwendet.',
    insufficient_data: 'Keine Schicht hat in beiden Gruppen mindestens zwei Personen.',
  },
  guardrail: {
    none: 'Das Design nennt keine Guardrail-Metrik.',
    ok: 'Kein Guardrail ist über seine Marge hinaus verschlechtert.',
    warning:
      'Eine Verschlechterung über die Marge hinaus ist zu sehen, aber noch nicht erwiesen: Sie legt kein Veto ein.',
    breached:
      'Eine Verschlechterung über die Marge hinaus ist erwiesen, wie oft man auch liest: Sie legt ein Veto ein.',
    insufficient_data: 'Jeder Arm braucht mindestens zwei Personen mit etwas Streuung.',
  },
  holdout: {
    ok: 'Alle in den Testgruppen gegen alle im Holdout; die Kontrollgruppe bleibt außen vor.',
    none: 'Niemand ist im Holdout.',
    not_applicable:
      'Der Holdout wird für binäre und stetige Metriken verglichen, wenn Personen und nicht Cluster zugeteilt wurden.',
    insufficient_data: 'Beide Seiten brauchen mindestens zwei Personen und etwas Streuung.',
  },
}
