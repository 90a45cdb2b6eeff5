import { type DestinationStream, type Logger, pino } from 'pino'

export interface LogSettings {
  readonly level: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL'
  readonly format: 'plain' | 'json'
}

const LEVELS = { DEBUG: 'debug', INFO: 'info', WARNING: 'warn', ERROR: 'error', CRITICAL: 'fatal' } as const

/** One line an event; JSON for machines, or plain for a terminal. Credentials are never among the fields. */
export function newLog(settings: LogSettings, output: DestinationStream): Logger {
  const options = { level: LEVELS[settings.level], base: null, timestamp: pino.stdTimeFunctions.isoTime }
  return pino(options, settings.format === 'json' ? output : plain(output))
}

function plain(output: DestinationStream): DestinationStream {
  return { write: line => output.write(`${plainLine(JSON.parse(line) as Record<string, unknown>)}\n`) }
}

function plainLine({ time, level, msg, ...fields }: Record<string, unknown>): string {
  const rest = Object.entries(fields).map(
    ([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : value}`,
  )
  return [time, pino.levels.labels[Number(level)]?.toUpperCase().padEnd(5), msg, ...rest].join(' ')
}
