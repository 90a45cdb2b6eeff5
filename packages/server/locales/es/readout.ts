import type { readout as english } from '../en/readout.ts'
import type { Translation } from '../translation.ts'

export const readout: Translation<typeof english> = {
  disclaimer:
    'Los resultados de horizonte fijo sirven para la lectura planificada. Antes de ella, solo se puede actuar según la evidencia siempre válida.',
  srm: {
    ok: 'Los grupos tienen las proporciones planificadas.',
    srm_detected: 'Los grupos no tienen las proporciones planificadas. Busca la causa antes de leer resultados.',
    insufficient_data: 'Aún no hay nadie expuesto.',
  },
  bonferroni: 'Alfa {{alpha}} para cada una de las {{comparisons}} comparaciones (Bonferroni).',
  slices:
    'Junto a cada valor p hay otro ajustado por todos los segmentos y brazos. Los segmentos explican; no deciden.',
  tooFewPersons: 'Cada grupo necesita al menos dos personas, con alguna variación entre ellas.',
  verdicts: {
    degenerate: 'Ambos grupos son constantes e iguales: no hay nada que comparar.',
  },
  units: { points: 'puntos porcentuales', metric: 'en la unidad de la métrica' },
  interpretation:
    'Efecto {{effect}} {{unit}} (intervalo de confianza del {{level}} % de {{lower}} a {{upper}}), p = {{p}}.',
  degenerate: 'En ambos grupos no convirtió nadie, o convirtieron todos.',
  alwaysValid: {
    ok: 'Vale en cada lectura, se lea cuantas veces se lea.',
    not_evaluable: 'Aún no hay variación con la que juzgar el efecto.',
    not_defined: 'Una prueba de rangos se lee solo en sus lecturas previstas.',
  },
  sequential: {
    fixed_horizon: 'Una lectura planificada, al 95 % de la información prevista.',
    looked:
      'La lectura planificada se hizo y se conserva. Solo la evidencia siempre válida puede cambiar el veredicto.',
    always_valid: 'Se puede leer en cualquier momento; solo decide la evidencia siempre válida.',
    group_sequential: 'Aún no tocaba ninguna lectura prevista. Hasta entonces solo cuenta la evidencia siempre válida.',
    group_looked:
      'Se hizo una lectura prevista y vale hasta la siguiente. Entre lecturas solo la evidencia siempre válida puede cambiar el veredicto.',
    insufficient_data: 'Aún no hay nadie expuesto, o el diseño guardado no tiene un tamaño de muestra finito.',
  },
  cuped: {
    available: 'Ajustado por lo que se sabe de antes del inicio, con las personas que tienen todas las covariables.',
    unavailable: 'No hay valores registrados de antes del inicio.',
    too_many_covariates: 'Covariables registradas: {{count}}; se usan como máximo {{limit}}.',
    not_applicable: 'CUPED se lee para métricas continuas cuando se aleatorizan personas y no conglomerados.',
    insufficient_data: 'En uno de los grupos hay muy pocas personas con todas las covariables.',
  },
  stratified: {
    available: 'Efectos dentro de cada estrato, ponderados por su tamaño.',
    unavailable: 'No hay estratos registrados.',
    not_applicable:
      'Los estratos se leen para métricas binarias y continuas cuando se aleatorizan personas y no conglomerados.',
    too_many_strata: 'Estratos registrados: {{count}}; se usan como máximo {{limit}}.',
    insufficient_data: 'Ningún estrato tiene al menos dos personas en ambos grupos.',
  },
  guardrail: {
    none: 'El diseño no indica métricas de protección.',
    ok: 'Ninguna métrica de protección ha empeorado más allá de su margen.',
    warning: 'Se ve un empeoramiento más allá del margen, pero aún no está probado: no veta.',
    breached: 'El empeoramiento más allá del margen está probado, se lea cuantas veces se lea: veta el lanzamiento.',
    insufficient_data: 'Cada grupo necesita dos personas o más, con alguna dispersión entre ellas.',
  },
  holdout: {
    ok: 'Todos los de los grupos de tratamiento frente a todos los del holdout; el grupo de control no entra.',
    none: 'No hay nadie en el holdout.',
    not_applicable:
      'El grupo reservado se compara en métricas binarias y continuas cuando se aleatorizan personas y no conglomerados.',
    insufficient_data: 'Cada lado necesita al menos dos personas y cierta dispersión.',
  },
}
