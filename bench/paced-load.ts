import { Agent } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Call, send } from './http-load.ts'

/**
 * Sends the calls at a steady rate, answered or not; milliseconds of each from the moment it was due, ascending. A timer is
 * as coarse as the answers are quick, so that the wait is a busy one.
 */
export async function sendPaced(port: number, calls: readonly Call[], callsPerSecond: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const milliseconds: number[] = []
  const start = performance.now()
  const waiting: Promise<void>[] = []
  for (let at = 0; at < calls.length; at += 1) {
    const due = start + (at * 1000) / callsPerSecond
    while (performance.now() < due) await nextTurn()
    waiting.push(
      send(port, calls[at]!, agent).then(() => {
        milliseconds.push(performance.now() - due)
      }),
    )
  }
  await Promise.all(waiting)
  agent.destroy()
  return milliseconds.sort((a, b) => a - b)
}
