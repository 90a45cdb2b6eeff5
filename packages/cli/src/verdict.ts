import { CommandFailure } from './command-failure.ts'
import { newProgram } from './program.ts'

try {
  await newProgram({ write: text => process.stdout.write(text), env: process.env }).parseAsync(process.argv)
} catch (error) {
  if (!(error instanceof CommandFailure)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(error.exitCode)
}
