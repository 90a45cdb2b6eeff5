import type { results as english } from '../en/results.ts'
import type { Translation } from '../translation.ts'

export const results: Translation<typeof english> = {
  verdicts: {
    uplift: 'El tratamiento está por encima del control.',
    decline: 'El tratamiento está por debajo del control.',
    none: 'No se demuestra ninguna diferencia.',
    equivalent: 'Los grupos son equivalentes dentro del margen.',
    notEquivalent: 'La equivalencia dentro del margen no está demostrada.',
    degenerate: 'No hay nada que comparar: los grupos no varían.',
    association: 'Filas y columnas están asociadas.',
    noAssociation: 'No se demuestra ninguna asociación.',
    groupsDiffer: 'Los grupos difieren.',
    groupsAlike: 'No se demuestra ninguna diferencia entre los grupos.',
    curvesDiffer: 'Las curvas de supervivencia difieren.',
    curvesAlike: 'No se demuestra ninguna diferencia entre las curvas de supervivencia.',
  },
  interpretation: 'Efecto {{effect}}; intervalo de confianza del {{level}} % de {{lower}} a {{upper}}; p = {{p}}.',
  testInterpretation: '{{name}} = {{statistic}}; p = {{p}}.',
  effectLabels: {
    odds_ratio: 'razón de odds, tratamiento sobre control',
    cohens_d: 'd de Cohen',
    rank_biserial: 'correlación biserial de rangos',
    rate_ratio: 'razón de tasas, tratamiento sobre control',
    cohens_dz: 'd de Cohen de las diferencias',
    eta_squared: 'eta al cuadrado',
    epsilon_squared: 'épsilon al cuadrado',
    mean_difference: 'diferencia media',
    pseudomedian: 'pseudomediana de las diferencias',
    share_difference: 'diferencia de las proporciones',
  },
}
