import { liftComputation } from './features/comparison/lift-computation.ts'
import { designGridComputation } from './features/exports/design/design-grid.ts'
import { pdfComputation, xlsxComputation } from './features/exports/document/render-computations.ts'
import { banditComputation } from './features/planning/bandit-computation.ts'
import { lookDesignComputation } from './features/planning/look-design.ts'
import { planComputation } from './features/planning/plan-figures.ts'
import { previewComputation } from './features/planning/preview-computation.ts'
import { sensitivityComputation } from './features/planning/sensitivity-computation.ts'
import { readoutComputation } from './features/readout/readout-computation.ts'
import { omnibusComputation } from './features/results/omnibus-computation.ts'
import { pairedComputation } from './features/results/paired-computation.ts'
import { ratioComputation } from './features/results/ratio-computation.ts'
import { survivalComputation } from './features/results/survival-computation.ts'
import { twoArmComputation } from './features/results/two-arm-computation.ts'
import type { NamedComputation } from './jobs/computation.ts'

/** Every computation that a thread may be asked for. */
export const computations: readonly NamedComputation[] = [
  planComputation,
  lookDesignComputation,
  sensitivityComputation,
  banditComputation,
  liftComputation,
  previewComputation,
  twoArmComputation,
  pairedComputation,
  omnibusComputation,
  survivalComputation,
  ratioComputation,
  readoutComputation,
  designGridComputation,
  pdfComputation,
  xlsxComputation,
]
