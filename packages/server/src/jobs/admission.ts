/** All places are taken and none became free in time. */
export class ComputeBusyError extends Error {
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super('No capacity for this computation now.')
    this.name = 'ComputeBusyError'
    this.retryAfterSeconds = retryAfterSeconds
  }
}

export interface AdmissionSettings {
  readonly isEnabled: boolean
  readonly maxHeavyConcurrent: number
  readonly maxCheapConcurrent: number
  readonly maxUnitsInFlight: number
  readonly acquireTimeoutMs: number
  readonly retryAfterSeconds: number
}

/** Cost from which work is heavy. */
export const HEAVY_UNITS = 8
const MOST_WAITING = 64

type Lane = 'heavy' | 'cheap'

interface Waiting {
  readonly units: number
  start(): void
}

/** Gives a place back; the next in line may start. */
export type Leave = () => void

/** Who may compute now: a few heavy works within a budget of cost units, more cheap ones; the rest wait a moment. */
export class Admission {
  readonly #settings: AdmissionSettings
  readonly #running: Record<Lane, number> = { heavy: 0, cheap: 0 }
  readonly #waiting: Record<Lane, Waiting[]> = { heavy: [], cheap: [] }
  #units = 0

  constructor(settings: AdmissionSettings) {
    this.#settings = settings
  }

  /** Resolves when the work may start; throws ComputeBusyError after the time to wait, at once when the line is full. */
  enter(units: number, patience: 'short' | 'unlimited' = 'short'): Promise<Leave> {
    if (!this.#settings.isEnabled) return Promise.resolve(() => undefined)
    const lane = units >= HEAVY_UNITS ? 'heavy' : 'cheap'
    if (this.#waiting[lane].length === 0 && this.#fits(lane, units)) return Promise.resolve(this.#start(lane, units))
    if (this.#waiting[lane].length >= MOST_WAITING) return Promise.reject(this.#busy())
    return this.#wait(lane, units, patience)
  }

  // Work alone in its lane is always let in, whatever it costs.
  #fits(lane: Lane, units: number): boolean {
    const { maxHeavyConcurrent, maxCheapConcurrent, maxUnitsInFlight } = this.#settings
    if (lane === 'cheap') return this.#running.cheap < maxCheapConcurrent
    if (this.#running.heavy === 0) return true
    return this.#running.heavy < maxHeavyConcurrent && this.#units + units <= maxUnitsInFlight
  }

  #start(lane: Lane, units: number): Leave {
    const cost = lane === 'cheap' ? 1 : units
    this.#running[lane] += 1
    this.#units += cost
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      this.#running[lane] -= 1
      this.#units -= cost
      this.#startNext()
    }
  }

  #wait(lane: Lane, units: number, patience: 'short' | 'unlimited'): Promise<Leave> {
    const line = this.#waiting[lane]
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        line.splice(line.indexOf(waiting), 1)
        reject(this.#busy())
      }
      const timer = patience === 'short' ? setTimeout(giveUp, this.#settings.acquireTimeoutMs) : null
      const waiting: Waiting = {
        units,
        start: () => {
          if (timer !== null) clearTimeout(timer)
          resolve(this.#start(lane, units))
        },
      }
      line.push(waiting)
    })
  }

  // First come, first served within a lane.
  #startNext(): void {
    for (const lane of ['cheap', 'heavy'] as const) {
      const line = this.#waiting[lane]
      while (line.length > 0 && this.#fits(lane, line[0]!.units)) line.shift()!.start()
    }
  }

  #busy(): ComputeBusyError {
    return new ComputeBusyError(this.#settings.retryAfterSeconds)
  }
}
