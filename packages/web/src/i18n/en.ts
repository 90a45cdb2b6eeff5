import { projects } from './en/projects.ts'
import { readout } from './en/readout.ts'
import { shell } from './en/shell.ts'
import { verdict } from './en/verdict.ts'

/** The source of all keys. `{{name}}` marks a value; an object with `other` is a plural. */
export const en = { shell, projects, readout, verdict } as const
