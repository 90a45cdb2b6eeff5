import { ConfigError, type Environment } from './config-readers.ts'

const FLAGS: Readonly<Record<string, string>> = { '--seed-demo': 'AB_SEED_DEMO_ON_STARTUP' }

/** The environment with what the command line sets in it. Throws a ConfigError that names an argument nobody knows. */
export function withArguments(env: Environment, args: readonly string[]): Environment {
  const unknown = args.find(arg => !Object.hasOwn(FLAGS, arg))
  if (unknown !== undefined) throw new ConfigError(unknown, `the server takes ${Object.keys(FLAGS).join(', ')} only`)
  return { ...env, ...Object.fromEntries(args.map(arg => [FLAGS[arg], 'true'])) }
}
