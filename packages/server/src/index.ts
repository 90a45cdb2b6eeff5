export { systemClock } from './clock.ts'
export { readConfig } from './config.ts'
export type { RunningServer } from './start-server.ts'
export { startServer } from './start-server.ts'
