type Replaced = 'exp' | 'expm1' | 'log' | 'log10' | 'log1p' | 'pow' | 'sin' | 'cos' | 'sinh'

const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10

/**
 * Puts arithmetic in the place of those functions of Math that the language leaves to the engine (ECMA-262, 21.3.2), whose last
 * bit differs from one version of an engine to the next. Good to a few units in the last place, and the same everywhere.
 */
export function usePortableMath(): void {
  const replaced: Readonly<Record<Replaced, (x: number, y: number) => number>> = {
    exp,
    expm1,
    log,
    log1p,
    pow,
    log10: x => log(x) / Math.LN10,
    sinh: x => (expm1(x) - expm1(-x)) / 2,
    sin: x => turned(x, 0),
    cos: x => turned(x, 1),
  }
  Object.assign(Math, replaced)
}

/** 2^k e^r with |r| <= ln 2 / 2, in two steps near the ends of the range. */
function exp(x: number): number {
  if (Number.isNaN(x)) return x
  if (x > 710) return Number.POSITIVE_INFINITY
  if (x < -746) return 0
  const k = Math.round(x / Math.LN2)
  const rest = x - k * LN2_HIGH - k * LN2_LOW
  const half = Math.trunc(k / 2)
  return (1 + expm1Series(rest)) * powerOfTwo(half) * powerOfTwo(k - half)
}

function expm1(x: number): number {
  return Math.abs(x) < 0.35 ? expm1Series(x) : exp(x) - 1
}

function expm1Series(x: number): number {
  let sum = 0
  for (let n = 18; n >= 1; n -= 1) sum = (x / n) * (1 + sum)
  return x === 0 ? x : sum
}

/** k ln 2 + 2 artanh((m - 1) / (m + 1)) with m between sqrt(1/2) and sqrt(2). */
function log(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return x < 0 ? Number.NaN : x
  let [mantissa, k] = x < 2 ** -1022 ? [x * 2 ** 54, -54] : [x, 0]
  while (mantissa >= 2 ** 32) [mantissa, k] = [mantissa * 2 ** -32, k + 32]
  while (mantissa < 2 ** -32) [mantissa, k] = [mantissa * 2 ** 32, k - 32]
  while (mantissa > Math.SQRT2) [mantissa, k] = [mantissa / 2, k + 1]
  while (mantissa < Math.SQRT1_2) [mantissa, k] = [mantissa * 2, k - 1]
  return k * LN2_HIGH + (log1pSeries(mantissa - 1) + k * LN2_LOW)
}

function log1p(x: number): number {
  return Math.abs(x) < 0.29 ? log1pSeries(x) : log(1 + x)
}

function log1pSeries(x: number): number {
  const ratio = x / (2 + x)
  let sum = 0
  for (let n = 23; n >= 3; n -= 2) sum = ratio * ratio * (1 / n + sum)
  return x === 0 ? x : 2 * ratio * (1 + sum)
}

/** Whole powers by squaring; roots and the rest by logarithm. */
function pow(base: number, exponent: number): number {
  if (Number.isInteger(exponent) && Math.abs(exponent) <= 1100) return wholePower(base, exponent)
  return exp(exponent * log(base))
}

function wholePower(base: number, exponent: number): number {
  let [factor, left, product] = [base, Math.abs(exponent), 1]
  for (; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) product *= factor
    factor *= factor
  }
  return exponent < 0 ? 1 / product : product
}

function powerOfTwo(exponent: number): number {
  return wholePower(2, exponent)
}

/** sin, or cos as sin a quarter turn on, of an angle of a few turns. */
function turned(x: number, quarters: number): number {
  const k = Math.round(x / (Math.PI / 2))
  const rest = x - k * (Math.PI / 2) - k * 6.123233995736766e-17
  const quadrant = (((k + quarters) % 4) + 4) % 4
  const value = quadrant % 2 === 0 ? sinSeries(rest) : cosSeries(rest)
  return quadrant < 2 ? value : -value
}

function sinSeries(x: number): number {
  let sum = 0
  for (let n = 20; n >= 2; n -= 2) sum = ((-x * x) / (n * (n + 1))) * (1 + sum)
  return x * (1 + sum)
}

function cosSeries(x: number): number {
  let sum = 0
  for (let n = 19; n >= 1; n -= 2) sum = ((-x * x) / (n * (n + 1))) * (1 + sum)
  return 1 + sum
}
