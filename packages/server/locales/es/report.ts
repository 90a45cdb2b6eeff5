import type { report as english } from '../en/report.ts'
import type { Translation } from '../translation.ts'

export const report: Translation<typeof english> = {
  executiveSummary:
    '{{name}}: probamos este cambio: {{change}}. La prueba mide {{metric}} entre {{audience}} durante {{days}} días, con {{size}} usuarios por variante.',
  control: 'Control: todo sigue como ahora.',
  stopping: {
    plannedSize: 'Detén la prueba cuando cada variante tenga su tamaño previsto y la última semana esté completa.',
    harm: 'Antes, detenla solo si se incumple una métrica de protección, si las proporciones de las variantes no cuadran o si lo dice la regla prevista.',
  },
  diagnostics: {
    sampleRatio: 'Proporción de usuarios por variante (control de SRM)',
    exposure: 'Exposiciones y eventos por día y variante',
    dataQuality: 'Eventos que llegan tarde, repetidos o sin usuario',
  },
  noStatisticalRisk: 'No se encontró ningún riesgo estadístico en el diseño.',
  noTechnicalRisk: 'No se indicó ninguna limitación técnica: comprueba el registro en cada variante antes de empezar.',
  noOperationalRisk: 'No se indicó ningún riesgo operativo: acuerda quién vigila la prueba y quién puede detenerla.',
  beforeLaunch: {
    verify:
      'Comprueba la asignación, los eventos de exposición y la métrica principal con usuarios de prueba en cada variante.',
  },
  duringTest: {
    sampleRatio:
      'Vigila las proporciones de las variantes y las métricas de protección; no juzgues la métrica principal antes de su lectura.',
    stable: 'No cambies las variantes, el reparto ni la audiencia mientras dure la prueba.',
  },
  afterTest: {
    decide: 'Lee el análisis previsto una vez y decide con la regla fijada antes de empezar.',
    document: 'Anota el resultado, también si no muestra efecto, y qué probar después.',
  },
  adviceOfDemo: 'La demostración se creó sin un modelo de lenguaje.',
  marketQuestion: '¿Vale el resultado fuera de este mercado: {{market}}?',
  guardrailNote:
    'Con {{size}} usuarios por variante, un cambio de este tamaño se detecta con una potencia del {{power}} %.',
  guardrailOutOfReach: 'Con {{size}} usuarios por variante, ningún cambio se detecta con una potencia del {{power}} %.',
  adviceNeedsKey: 'Los consejos necesitan un proveedor y una clave propia.',
  adviceFailed: 'Ningún modelo dio una respuesta utilizable.',
  adviceNotAsked: 'No se pidió asesoramiento.',
}
