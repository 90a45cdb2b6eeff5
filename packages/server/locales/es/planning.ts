import type { planning as english } from '../en/planning.ts'
import type { Translation } from '../translation.ts'

export const planning: Translation<typeof english> = {
  warnings: {
    MISSING_VARIANCE: 'Una métrica continua necesita su desviación estándar.',
    LONG_DURATION:
      'La prueba dura {{days}} días, más de 8 semanas: ni la temporada ni las cookies se mantienen tanto tiempo.',
    LOW_TRAFFIC: 'Solo {{traffic}} usuarios al día llegan a la prueba: los efectos pequeños no se distinguen.',
    CONSERVATIVE_MULTIVARIANT_ALPHA:
      'Con {{variants}} variantes, cada comparación usa un alfa más estricto (Bonferroni).',
    MANY_VARIANTS_LOW_TRAFFIC:
      '{{variants}} variantes comparten {{traffic}} usuarios al día: valora usar menos variantes.',
    CLUSTER_RANDOMIZATION:
      'Se aleatorizan conglomerados: la muestra crece por el efecto de diseño, y el análisis debe tenerlos en cuenta.',
    SEASONALITY_PRESENT: 'Hay estacionalidad: haz la prueba por semanas completas.',
    CAMPAIGN_CONTAMINATION: 'Hay campañas al mismo tiempo y pueden mezclarse con el efecto.',
    UNDERPOWERED_DESIGN:
      'La potencia de {{power}} es menor que 0,8: un efecto real se pierde con demasiada frecuencia.',
    LONG_TEST_NOT_POSSIBLE: 'La prueba necesita {{days}} días, pero una prueba larga no es posible.',
    INTERIM_LOOKS_INCREASE_SAMPLE: '{{looks}} lecturas aumentan el mayor tamaño de muestra un {{percent}} %.',
    SRM_DETECTED: 'Los recuentos no corresponden al reparto (p = {{p}}): busca la causa antes de leer resultados.',
  },
  assumptions: {
    twoSided: 'Contraste bilateral con alfa {{alpha}} y potencia {{power}}.',
    binary:
      'Contraste z de dos proporciones con varianza combinada; tasa base {{baseline}}, tasa planificada {{planned}}.',
    continuous: 'Contraste z de dos medias; desviación estándar {{spread}} en cada grupo.',
    ratio:
      'Contraste z de un cociente por el método delta; desviación estándar {{spread}} del valor linealizado por usuario.',
    fisher: 'Prueba exacta de Fisher; tasa base {{baseline}}, tasa planificada {{planned}}.',
    mannWhitney:
      'Prueba de Mann-Whitney de un desplazamiento; desviación estándar {{spread}}; otras formas necesitan hasta un 11 % más de usuarios.',
    equivalence:
      'Dos contrastes unilaterales de equivalencia con una diferencia real de 0; desviación estándar {{spread}}.',
    count:
      'Contraste condicional de dos tasas de Poisson; {{baseline}} eventos por unidad de exposición, planificado {{planned}}.',
    equalArms: 'sample_size_per_variant supone grupos iguales; sample_sizes_by_variant sigue el reparto.',
    independent: 'Los usuarios responden de forma independiente, y cada uno se cuenta una vez.',
    clusterDesignEffect: 'Efecto de diseño 1 + (m − 1)·ICC = {{effect}}.',
    clusterSize: 'Los conglomerados tienen {{size}} usuarios de media y tamaños casi iguales.',
    clusterAnalysis: 'El análisis usa errores estándar robustos a conglomerados.',
  },
  bonferroniNote: '{{comparisons}} comparaciones con el control: cada una se contrasta con alfa {{alpha}}.',
  bayesianNote:
    'Con este número de usuarios por variante, el intervalo de credibilidad del {{credibility}} % no es más ancho que ± {{precision}}.',
}
