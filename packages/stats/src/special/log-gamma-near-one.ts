const ONE_MINUS_EULER = 0.42278433509846713

/** zeta(k) - 1 for k = 2, 3, .... */
const ZETA_MINUS_ONE = Array.from({ length: 34 }, (_, i) => zetaMinusOne(i + 2))

/** log Gamma(1 + z) for -1/2 <= z <= 1/2, without loss near z = 0 (Abramowitz & Stegun 1964, 6.1.33). */
export function logGammaOnePlus(z: number): number {
  return logGammaTwoPlus(z) - Math.log1p(z)
}

/** log Gamma(2 + z) for -1/2 <= z <= 1/2, without loss near z = 0. */
export function logGammaTwoPlus(z: number): number {
  let sum = 0
  for (let k = ZETA_MINUS_ONE.length + 1; k >= 2; k -= 1) {
    sum = ZETA_MINUS_ONE[k - 2]! / k - z * sum
  }
  return z * (ONE_MINUS_EULER + z * sum)
}

/** By Euler-Maclaurin summation from n = 12 on. */
function zetaMinusOne(s: number): number {
  const last = 12
  let sum = 0
  for (let n = last - 1; n >= 2; n -= 1) sum += n ** -s
  let term = last ** (1 - s) / (s - 1) + last ** -s / 2
  let falling = s * last ** (-s - 1)
  const bernoulliOverFactorial = [1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160]
  bernoulliOverFactorial.forEach((coefficient, i) => {
    term += coefficient * falling
    falling *= ((s + 2 * i + 1) * (s + 2 * i + 2)) / (last * last)
  })
  return sum + term
}
