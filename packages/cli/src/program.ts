import { Command } from 'commander'
import { importCommand } from './commands/import.ts'
import { planCommand } from './commands/plan.ts'
import { readoutCommand } from './commands/readout.ts'
import { verifyCommand } from './commands/verify.ts'
import { workspaceCommand } from './commands/workspace.ts'

/** What a command may touch of the world. */
export interface Surroundings {
  write(text: string): void
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The `verdict` program; each command is one file. */
export function newProgram(surroundings: Surroundings): Command {
  return new Command('verdict')
    .description('Plan experiments, bring data in, read the verdict.')
    .showHelpAfterError()
    .addCommand(importCommand(surroundings))
    .addCommand(readoutCommand(surroundings))
    .addCommand(planCommand(surroundings))
    .addCommand(verifyCommand(surroundings))
    .addCommand(workspaceCommand(surroundings))
}
