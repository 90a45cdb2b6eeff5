interface Proportion {
  readonly successes: number
  readonly n: number
}

/** Barnard's two-sided p-value: every table at each common rate of a grid, even in asin(sqrt(rate)); the largest sum. */
export function textbookBarnard(control: Proportion, treatment: Proportion, rates: number): { pValue: number } {
  const isExtreme = extremeTables(control, treatment)
  const width = treatment.n + 1
  let largest = 0
  for (let step = 1; step < rates; step += 1) {
    const rate = Math.sin((Math.PI / 2) * (step / rates)) ** 2
    const ofControl = probabilities(control.n, rate)
    const ofTreatment = control.n === treatment.n ? ofControl : probabilities(treatment.n, rate)
    let sum = 0
    for (let c = 0; c <= control.n; c += 1) {
      let row = 0
      for (let t = 0; t < width; t += 1) row += isExtreme[c * width + t]! * ofTreatment[t]!
      sum += row * ofControl[c]!
    }
    largest = Math.max(largest, sum)
  }
  return { pValue: largest }
}

/** 1 where |z| of the table is at least the one seen. */
function extremeTables(control: Proportion, treatment: Proportion): Uint8Array {
  const seen = Math.abs(pooledZ(control.successes, control.n, treatment.successes, treatment.n)) - 1e-12
  const marks = new Uint8Array((control.n + 1) * (treatment.n + 1))
  for (let c = 0, at = 0; c <= control.n; c += 1) {
    for (let t = 0; t <= treatment.n; t += 1, at += 1) {
      if (Math.abs(pooledZ(c, control.n, t, treatment.n)) >= seen) marks[at] = 1
    }
  }
  return marks
}

function pooledZ(c: number, controlN: number, t: number, treatmentN: number): number {
  const rate = (c + t) / (controlN + treatmentN)
  if (rate === 0 || rate === 1) return 0
  return (t / treatmentN - c / controlN) / Math.sqrt(rate * (1 - rate) * (1 / controlN + 1 / treatmentN))
}

/** All binomial probabilities, outward from the mode and then scaled to 1. */
function probabilities(n: number, rate: number): Float64Array {
  const found = new Float64Array(n + 1)
  const mode = Math.min(n, Math.floor((n + 1) * rate))
  const odds = rate / (1 - rate)
  found[mode] = 1
  for (let k = mode; k < n; k += 1) found[k + 1] = (found[k]! * (n - k) * odds) / (k + 1)
  for (let k = mode; k > 0; k -= 1) found[k - 1] = (found[k]! * k) / ((n - k + 1) * odds)
  const sum = found.reduce((total, value) => total + value, 0)
  return found.map(value => value / sum)
}
