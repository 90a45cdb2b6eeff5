import { Command } from 'commander'
import { CommandFailure } from '../command-failure.ts'
import { type Connection, type ConnectionOptions, connect } from '../connection.ts'
import { describeError } from '../describe-error.ts'
import type { Surroundings } from '../program.ts'
import { readoutText } from '../readout-text.ts'

export function readoutCommand({ write, env }: Surroundings): Command {
  return new Command('readout')
    .description('Print the verdict, arms, intervals and warnings of an experiment.')
    .argument('<id>', 'the experiment')
    .option('--json', 'print the answers of the API as they are', false)
    .option('--server <url>', 'a running server', env.VERDICT_SERVER)
    .option('--data <folder>', 'open this data folder itself, without a server')
    .option('--token <token>', 'an API token', env.VERDICT_TOKEN)
    .action(async (id: string, options: ConnectionOptions & { readonly json: boolean }) => {
      const connection = await connect(options)
      try {
        const { stats, decision } = await read(connection, id)
        write(
          options.json ? `${JSON.stringify({ live_stats: stats, decision }, null, 2)}\n` : readoutText(stats, decision),
        )
      } finally {
        await connection.close()
      }
    })
}

async function read({ client }: Connection, id: string) {
  const params = { path: { experiment_id: id } }
  const stats = await client.GET('/api/v1/experiments/{experiment_id}/live-stats', { params })
  if (stats.data === undefined) throw new CommandFailure(describeError(stats.error, stats.response.status))
  const decision = await client.GET('/api/v1/experiments/{experiment_id}/decision', { params })
  if (decision.data === undefined) throw new CommandFailure(describeError(decision.error, decision.response.status))
  return { stats: stats.data, decision: decision.data }
}
