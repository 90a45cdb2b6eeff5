import type { report as english } from '../en/report.ts'
import type { Translation } from '../translation.ts'

export const report: Translation<typeof english> = {
  executiveSummary:
    '{{name}}: Getestet wird diese Änderung: {{change}}. Der Test misst {{metric}} bei {{audience}} über {{days}} Tage mit {{size}} Nutzern je Variante.',
  control: 'Kontrolle: Alles bleibt, wie es jetzt ist.',
  stopping: {
    plannedSize: 'Beenden, sobald jede Variante ihre geplante Größe hat und die letzte Woche voll ist.',
    harm: 'Früher nur beenden, wenn eine Guardrail-Metrik verletzt ist, die Anteile der Varianten nicht stimmen oder die geplante Regel es verlangt.',
  },
  diagnostics: {
    sampleRatio: 'Anteil der Nutzer je Variante (SRM-Prüfung)',
    exposure: 'Expositionen und Ereignisse pro Tag, je Variante',
    dataQuality: 'Ereignisse, die verspätet, doppelt oder ohne Nutzer eintreffen',
  },
  noStatisticalRisk: 'Im Design wurde kein statistisches Risiko gefunden.',
  noTechnicalRisk: 'Keine technische Einschränkung genannt: Vor dem Start die Erfassung in jeder Variante prüfen.',
  noOperationalRisk: 'Kein betriebliches Risiko genannt: Festlegen, wer den Test beobachtet und wer ihn stoppen darf.',
  beforeLaunch: {
    verify: 'Zuteilung, Expositionsereignisse und primäre Metrik in jeder Variante mit Testnutzern prüfen.',
  },
  duringTest: {
    sampleRatio:
      'Anteile der Varianten und Guardrail-Metriken beobachten; die primäre Metrik nicht vor der geplanten Auswertung beurteilen.',
    stable: 'Varianten, Aufteilung und Zielgruppe nicht ändern, solange der Test läuft.',
  },
  afterTest: {
    decide: 'Die geplante Auswertung einmal lesen und nach der vor dem Start gesetzten Regel entscheiden.',
    document: 'Das Ergebnis festhalten, auch wenn es keinen Effekt zeigt, und was als Nächstes zu testen ist.',
  },
  adviceOfDemo: 'Die Demo wurde ohne Sprachmodell erstellt.',
  marketQuestion: 'Gilt das Ergebnis auch außerhalb dieses Marktes: {{market}}?',
  guardrailNote: 'Mit {{size}} Nutzern je Variante wird eine Änderung dieser Größe mit {{power}} % Power erkannt.',
  guardrailOutOfReach: 'Mit {{size}} Nutzern je Variante wird keine Änderung mit {{power}} % Power erkannt.',
  adviceNeedsKey: 'Empfehlungen brauchen einen Anbieter und einen eigenen Schlüssel.',
  adviceFailed: 'Kein Modell gab eine brauchbare Antwort.',
  adviceNotAsked: 'Es wurde nicht um Empfehlungen gebeten.',
}
