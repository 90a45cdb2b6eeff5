/**
 * Cholesky factor of a symmetric positive semidefinite matrix, scaled to unit diagonal, with complete pivoting.
 * `pivots` are the kept variables in the order they were taken, `factor` the rows of the lower triangle for them,
 * `scales` the square roots of the diagonal. Variables that depend on those kept are left out.
 */
export interface PivotedCholesky {
  readonly size: number
  readonly pivots: readonly number[]
  readonly factor: readonly (readonly number[])[]
  readonly scales: readonly number[]
}

/** Factors a row-major size x size matrix; a pivot whose residual share is <= tolerance ends it (Higham 2002, 10.3). */
export function pivotedCholesky(matrix: readonly number[], size: number, tolerance: number): PivotedCholesky {
  const scales = Array.from({ length: size }, (_, i) => Math.sqrt(Math.max(0, matrix[i * size + i]!)))
  const residual: number[] = scales.map(scale => (scale > 0 ? 1 : 0))
  const columns = scales.map((): number[] => [])
  const pivots: number[] = []
  while (pivots.length < size) {
    const pivot = largestResidual(residual, pivots)
    if (!(residual[pivot]! > tolerance)) break
    const root = Math.sqrt(residual[pivot]!)
    const pivotRow = [...columns[pivot]!]
    for (let i = 0; i < size; i += 1) {
      if (pivots.includes(i) || scales[i] === 0) continue
      const correlation = matrix[i * size + pivot]! / scales[i]! / scales[pivot]!
      const entry = i === pivot ? root : (correlation - dot(columns[i]!, pivotRow)) / root
      columns[i]!.push(entry)
      residual[i] = residual[i]! - entry * entry
    }
    pivots.push(pivot)
  }
  return { size, pivots, factor: pivots.map((pivot, row) => columns[pivot]!.slice(0, row + 1)), scales }
}

/** w with w'w = v' M^-1 v over the kept variables: the scaled v, solved forward. */
export function whiten(cholesky: PivotedCholesky, vector: readonly number[]): number[] {
  const solved: number[] = []
  cholesky.pivots.forEach((pivot, row) => {
    const entries = cholesky.factor[row]!
    solved.push((vector[pivot]! / cholesky.scales[pivot]! - dot(entries, solved)) / entries[row]!)
  })
  return solved
}

/** x with M x = v over the kept variables, 0 for those left out. */
export function solve(cholesky: PivotedCholesky, vector: readonly number[]): number[] {
  const { pivots, factor, scales, size } = cholesky
  const rest = whiten(cholesky, vector)
  const solution = new Array<number>(size).fill(0)
  for (let row = pivots.length - 1; row >= 0; row -= 1) {
    const value = rest[row]! / factor[row]![row]!
    for (let above = 0; above < row; above += 1) rest[above] = rest[above]! - factor[row]![above]! * value
    solution[pivots[row]!] = value / scales[pivots[row]!]!
  }
  return solution
}

/** Sum of products over the shorter of two vectors. */
export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) sum += a[i]! * b[i]!
  return sum
}

function largestResidual(residual: readonly number[], taken: readonly number[]): number {
  let best = -1
  residual.forEach((value, i) => {
    if (!taken.includes(i) && (best < 0 || value > residual[best]!)) best = i
  })
  return best
}
