/**
 * Chebyshev coefficients of (1 + x) m(x) in t = (x - 4) / (x + 4), computed to 50 digits by
 * fixtures/mills-ratio-coefficients.py.
 */
const COEFFICIENTS = [
  1.1670525350882472, -0.1610195767134654, -0.028002821825452974, 0.03167452189239266, -0.012103231162345369,
  0.0027056129762167095, -0.00029931636202703166, -1.716686526879361e-5, 1.0178489264109868e-5, -4.894829570004192e-7,
  -2.844006500151048e-7, 3.0766283713811506e-8, 9.180378674469537e-9, -1.2756102213808737e-9, -3.660279376104134e-10,
  4.5926359348595205e-11, 1.7189314687646526e-11, -1.2726833698700693e-12, -8.668081913316188e-13,
  1.1061557204136741e-15, 4.2750210770103334e-14, 3.790937692263904e-15, -1.8474103010592332e-15,
  -4.0419094130708177e-16, 5.340854385017358e-17, 2.941479937590055e-17,
]

/**
 * Mills ratio m(x) = Q(x) / phi(x) of the standard normal distribution for x >= 0, to about 2^-52 relative:
 * the scaled complementary error function, free of underflow.
 */
export function millsRatio(x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0
  const t = (x - 4) / (x + 4)
  let next = 0
  let afterNext = 0
  for (let i = COEFFICIENTS.length - 1; i > 0; i -= 1) {
    const current = COEFFICIENTS[i]! + 2 * t * next - afterNext
    afterNext = next
    next = current
  }
  return (COEFFICIENTS[0]! + t * next - afterNext) / (1 + x)
}
