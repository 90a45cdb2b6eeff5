import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered } from '../../testing/answered.ts'
import { relativeError } from '../../testing/relative-error.ts'
import { crossMomentsOf, mergeCrossMoments } from '../cross-moments.ts'
import { mergeMoments, momentsOf } from '../moments.ts'
import { ancovaContrast, fitAncova } from './ancova.ts'
import { equivalenceTest } from './equivalence.ts'
import { postStratifiedTest } from './post-stratification.ts'
import { trimmedTest } from './trimmed.ts'
import { welchTest } from './welch.ts'

const values = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 5, maxLength: 40 })
const rows = fc.array(fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -50, max: 50 })), {
  minLength: 5,
  maxLength: 30,
})
const crossed = (list: readonly (readonly [number, number])[]) =>
  crossMomentsOf([list.map(row => row[0] + row[1] / 2), list.map(row => row[1])])
const stratum = fc.record({
  n: fc.integer({ min: 2, max: 500 }),
  mean: fc.double({ min: -100, max: 100, noNaN: true }),
  variance: fc.double({ min: 0.01, max: 100, noNaN: true }),
})

describe('tests of means', () => {
  it('are the same from merged halves: Welch and ANCOVA', () => {
    fc.assert(
      fc.property(rows, rows, rows, (first, second, treatment) => {
        const whole = answered(fitAncova([crossed([...first, ...second]), crossed(treatment)]))
        const merged = answered(fitAncova([mergeCrossMoments(crossed(first), crossed(second)), crossed(treatment)]))
        const ask = (fit: typeof whole) => ancovaContrast(fit, 0, 1, 0.05)
        const [one, other] = [ask(whole), ask(merged)]
        fc.pre(one.ok && other.ok && one.value.standardError > 1e-6)
        const outcomes = (list: readonly (readonly [number, number])[]) => momentsOf(list.map(row => row[0]))
        const plain = welchTest(outcomes([...first, ...second]), outcomes(treatment), 0.05)
        fc.pre(plain.ok)
        const again = answered(welchTest(mergeMoments(outcomes(first), outcomes(second)), outcomes(treatment), 0.05))

        expect(Math.abs(other.value.effect - one.value.effect)).toBeLessThan(1e-9)
        expect(relativeError(other.value.standardError, one.value.standardError)).toBeLessThan(1e-9)
        expect(relativeError(again.standardError, plain.value.standardError)).toBeLessThan(1e-10)
      }),
      { seed: 130, numRuns: 100 },
    )
  })

  it('turn round with the arms and stretch with the unit: trimmed means and equivalence', () => {
    fc.assert(
      fc.property(values, values, fc.constantFrom(2, 8, 1024), (control, treatment, unit) => {
        const options = { trim: 0.2, alpha: 0.05 }
        const scale = (list: readonly number[]) => list.map(value => value * unit)
        const trimmed = trimmedTest(control, treatment, options)
        fc.pre(trimmed.ok)
        const back = answered(trimmedTest(treatment, control, options))
        const scaled = answered(trimmedTest(scale(control), scale(treatment), options))
        const equivalent = equivalenceTest(momentsOf(control), momentsOf(treatment), 100, 0.05)
        fc.pre(equivalent.ok)
        const turned = answered(equivalenceTest(momentsOf(treatment), momentsOf(control), 100, 0.05))
        const stretched = answered(
          equivalenceTest(momentsOf(scale(control)), momentsOf(scale(treatment)), 100 * unit, 0.05),
        )

        expect([back.effect, back.pValue]).toEqual([-trimmed.value.effect, trimmed.value.pValue])
        expect(relativeError(scaled.pValue, trimmed.value.pValue)).toBeLessThan(1e-10)
        expect(turned.pValue).toBe(equivalent.value.pValue)
        expect(relativeError(stretched.pValue, equivalent.value.pValue)).toBeLessThan(1e-9)
      }),
      { seed: 131, numRuns: 150 },
    )
  })

  it('turn round with the arms, do not mind the order of strata, and narrow as persons come: post-stratification', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(stratum, stratum), { minLength: 1, maxLength: 6 }), pairs => {
        const strata = pairs.map(([control, treatment]) => ({ control, treatment }))
        const forth = answered(postStratifiedTest(strata, 0.05, 'continuous'))
        const swapped = strata.map(({ control, treatment }) => ({ control: treatment, treatment: control }))
        const back = answered(postStratifiedTest(swapped.toReversed(), 0.05, 'continuous'))
        const ten = strata.map(({ control, treatment }) => ({
          control: { ...control, n: 10 * control.n },
          treatment: { ...treatment, n: 10 * treatment.n },
        }))
        const more = answered(postStratifiedTest(ten, 0.05, 'continuous'))

        expect(Math.abs(back.effect + forth.effect)).toBeLessThan(1e-11)
        expect(relativeError(back.standardError, forth.standardError)).toBeLessThan(1e-12)
        expect(relativeError(more.standardError * Math.sqrt(10), forth.standardError)).toBeLessThan(1e-12)
      }),
      { seed: 132, numRuns: 150 },
    )
  })
})
