export { newProgram } from './program.ts'
