import { describe, expect, it } from 'vitest'
import { Admission, type AdmissionSettings, ComputeBusyError } from './admission.ts'

const SETTINGS: AdmissionSettings = {
  isEnabled: true,
  maxHeavyConcurrent: 2,
  maxCheapConcurrent: 3,
  maxUnitsInFlight: 100,
  acquireTimeoutMs: 20,
  retryAfterSeconds: 2,
}
const HEAVY = 50
const CHEAP = 2

describe('admission', () => {
  it('lets heavy work in up to its number', async () => {
    const admission = new Admission(SETTINGS)
    await admission.enter(HEAVY)
    await admission.enter(HEAVY)

    const third = admission.enter(HEAVY)

    await expect(third).rejects.toThrow(ComputeBusyError)
  })

  it('lets work of any cost in when it is alone in its lane', async () => {
    const admission = new Admission(SETTINGS)

    const leave = await admission.enter(100_000)

    expect(leave).toBeTypeOf('function')
    await expect(admission.enter(HEAVY)).rejects.toThrow(ComputeBusyError)
  })

  it('keeps heavy work within the units in flight', async () => {
    const admission = new Admission(SETTINGS)
    await admission.enter(60)

    const second = admission.enter(60)

    await expect(second).rejects.toThrow(ComputeBusyError)
  })

  it('lets cheap work pass while heavy work waits', async () => {
    const admission = new Admission(SETTINGS)
    await admission.enter(100_000)

    const entered = await Promise.all([admission.enter(CHEAP), admission.enter(CHEAP), admission.enter(CHEAP)])

    expect(entered).toHaveLength(3)
    await expect(admission.enter(CHEAP)).rejects.toThrow(ComputeBusyError)
  })

  it('starts whoever waits when a place becomes free, first come first served', async () => {
    const admission = new Admission({ ...SETTINGS, maxHeavyConcurrent: 1 })
    const order: string[] = []
    const leave = await admission.enter(HEAVY)
    const first = admission.enter(HEAVY, 'unlimited').then(go => {
      order.push('first')
      go()
    })
    const second = admission.enter(HEAVY, 'unlimited').then(go => {
      order.push('second')
      go()
    })

    leave()
    await Promise.all([first, second])

    expect(order).toEqual(['first', 'second'])
  })

  it('gives a place back once, however often it is asked to', async () => {
    const admission = new Admission({ ...SETTINGS, maxHeavyConcurrent: 1 })
    const leave = await admission.enter(HEAVY)

    leave()
    leave()
    await admission.enter(HEAVY)

    await expect(admission.enter(HEAVY)).rejects.toThrow(ComputeBusyError)
  })

  it('refuses at once when the line is full', async () => {
    const admission = new Admission({ ...SETTINGS, maxHeavyConcurrent: 1, acquireTimeoutMs: 60_000 })
    const leave = await admission.enter(HEAVY)
    const line = Array.from({ length: 64 }, () => admission.enter(HEAVY, 'unlimited').then(go => go()))

    const late = admission.enter(HEAVY)

    await expect(late).rejects.toThrow(ComputeBusyError)
    leave()
    await Promise.all(line)
  })

  it('lets everything in when it is off', async () => {
    const admission = new Admission({ ...SETTINGS, isEnabled: false })

    const entered = await Promise.all(Array.from({ length: 10 }, () => admission.enter(1000)))

    expect(entered).toHaveLength(10)
  })
})
