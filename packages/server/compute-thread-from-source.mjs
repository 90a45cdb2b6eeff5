// From source only: a thread has to learn TypeScript before it can read compute-thread.ts.
import { register } from 'tsx/esm/api'

register()
const { compute } = await import('./src/compute-thread.ts')

export { compute }
