import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered } from '../../testing/answered.ts'
import { normalCdf, normalUpperQuantile } from '../distributions/normal.ts'
import type { ArmAdjustment, ComparisonDesign } from './comparison-power.ts'
import { comparisonPower, sizeForComparisons } from './comparison-power.ts'

const GOOD: ComparisonDesign = { shift: 0.15, alpha: 0.05, adjustment: 'holm', others: 'at_effect' }
const ADJUSTMENTS: readonly ArmAdjustment[] = ['none', 'bonferroni', 'holm', 'dunnett']

const designs = fc.record({
  sizes: fc.array(fc.integer({ min: 20, max: 900 }), { minLength: 3, maxLength: 7 }),
  shift: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
  alpha: fc.constantFrom(1e-6, 0.01, 0.05, 0.2),
  others: fc.constantFrom('at_effect' as const, 'at_null' as const),
})

describe('power of one comparison among several', () => {
  it('never falls below that of Bonferroni, nor rises above that of an unadjusted test', () => {
    fc.assert(
      fc.property(designs, ({ sizes, ...design }) => {
        const [none, bonferroni, holm, dunnett] = ADJUSTMENTS.map(adjustment =>
          comparisonPower({ ...design, adjustment }, sizes, 1),
        )

        expect(holm!).toBeGreaterThanOrEqual(bonferroni! - 1e-12)
        expect(dunnett!).toBeGreaterThanOrEqual(bonferroni!)
        expect(none!).toBeGreaterThanOrEqual(holm! - 1e-12)
        expect(none!).toBeGreaterThanOrEqual(dunnett!)
      }),
      { seed: 91, numRuns: 40 },
    )
  })

  it('is the plain test for one treatment', () => {
    const powers = ADJUSTMENTS.map(adjustment => comparisonPower({ ...GOOD, adjustment }, [500, 700], 1))

    const plain = normalCdf(0.15 * Math.sqrt((500 * 700) / 1200) - normalUpperQuantile(0.025))
    powers.forEach(power => {
      expect(power).toBeCloseTo(plain, 12)
    })
  })

  it('gains by Holm where the others have an effect too, and grows with the arms', () => {
    const at = (others: ComparisonDesign['others'], n: number) => comparisonPower({ ...GOOD, others }, [n, n, n, n], 2)

    expect(at('at_effect', 500)).toBeGreaterThan(at('at_null', 500) + 0.02)
    expect(at('at_effect', 600)).toBeGreaterThan(at('at_effect', 500))
  })

  it('does not depend on the order of the other arms, nor on the sign of the effect', () => {
    const plain = comparisonPower(GOOD, [400, 300, 200, 500], 1)

    expect(comparisonPower(GOOD, [400, 300, 500, 200], 1)).toBeCloseTo(plain, 13)
    expect(comparisonPower({ ...GOOD, shift: -0.15 }, [400, 300, 200, 500], 1)).toBe(plain)
  })

  it('answers for fifty arms, alike or all different', () => {
    const alike = comparisonPower(GOOD, new Array(50).fill(800), 7)
    const different = comparisonPower(
      GOOD,
      Array.from({ length: 20 }, (_, i) => 800 + i),
      7,
    )
    const smallest = comparisonPower(GOOD, [800, 806, ...new Array(18).fill(800)], 1)

    expect(alike).toBeGreaterThan(comparisonPower({ ...GOOD, adjustment: 'bonferroni' }, new Array(50).fill(800), 7))
    expect(Math.abs(different - smallest)).toBeLessThan(5e-3)
  })

  it('refuses arms that cannot be', () => {
    expect(() => comparisonPower(GOOD, [100, 100], 2)).toThrow(RangeError)
    expect(() => comparisonPower(GOOD, [0, 100], 1)).toThrow(RangeError)
    expect(() => comparisonPower({ ...GOOD, alpha: 0 }, [100, 100], 1)).toThrow(RangeError)
  })
})

describe('sizes for several comparisons', () => {
  it.each(ADJUSTMENTS)('are the smallest that keep the power of every comparison: %s', adjustment => {
    const split = [2, 1, 1, 1.5]
    const design = { ...GOOD, adjustment, split, power: 0.9 }

    const { sizes, total } = answered(sizeForComparisons(design))

    const worst = (of: readonly number[]) => Math.min(...[1, 2, 3].map(arm => comparisonPower(design, of, arm)))
    const smaller = split.map(share => Math.ceil(((total - 8) * share) / 5.5))
    expect(worst(sizes)).toBeGreaterThan(0.9 - 1e-5)
    expect(worst(smaller)).toBeLessThan(0.9)
    expect(total).toBe(sizes.reduce((sum, size) => sum + size, 0))
  })

  it('need at most what Bonferroni needs', () => {
    const total = (adjustment: ArmAdjustment) =>
      answered(sizeForComparisons({ ...GOOD, adjustment, split: [1, 1, 1, 1], power: 0.8 })).total

    const [none, bonferroni, holm, dunnett] = ADJUSTMENTS.map(total)

    expect(none!).toBeLessThan(holm!)
    expect(holm!).toBeLessThan(bonferroni!)
    expect(dunnett!).toBeLessThanOrEqual(bonferroni!)
  })

  it('are found for tiny effects and extreme powers', () => {
    const tiny = answered(
      sizeForComparisons({ ...GOOD, adjustment: 'dunnett', shift: 1e-4, split: [1, 1, 1], power: 0.999999 }),
    )

    expect(tiny.total).toBeGreaterThan(1e10)
  })

  it('say why there are none', () => {
    const good = { ...GOOD, split: [1, 1, 1], power: 0.8 }

    const reasons = [{ shift: 0 }, { split: [1] }, { split: [1, 0] }, { power: 1 }, { alpha: 0 }, { shift: Number.NaN }]
      .map(change => sizeForComparisons({ ...good, ...change }))
      .map(result => (result.ok ? 'answer' : result.reason))

    expect(reasons).toEqual([...new Array(5).fill('out_of_range'), 'not_finite'])
  })
})
