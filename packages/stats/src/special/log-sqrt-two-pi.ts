/** log(2 pi) / 2, the constant of Stirling's formula and of the normal density. */
export const LOG_SQRT_TWO_PI = 0.9189385332046728
