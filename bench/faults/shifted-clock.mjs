// Preloaded into a server: its clock is off by so many milliseconds.
const shiftMs = Number(process.env.FAULT_CLOCK_SHIFT_MS ?? 0)
const RealDate = Date

globalThis.Date = class extends RealDate {
  constructor(...input) {
    super(...(input.length === 0 ? [RealDate.now() + shiftMs] : input))
  }

  static now() {
    return RealDate.now() + shiftMs
  }
}
