import { check } from './commands/check.ts'
import { play } from './commands/play.ts'
import { playRandomly } from './commands/playRandom.ts'
import { walkthrough } from './commands/walkthrough.ts'
import { CliError } from './cliError.ts'
import type { Terminal } from './terminal.ts'

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['check', check],
  ['play-random', playRandomly],
  ['walkthrough', walkthrough],
  ['play', play],
])

const HELP = `What can be done with a gamebook's folder:

  npm run gamebook -- check <folder> …            what is wrong with it, before anybody plays
      --json                                      for programs
      --strict                                    exit status 1 on warnings too
      --max-states <number>                       how far to look
  npm run gamebook -- play-random <folder>        many plays at random, and what they covered
      --runs 1000 --seed 1 --max-steps 400 --json
  npm run gamebook -- walkthrough <folder>        the shortest way
      --to <ending, or id of a node>              --json --max-states <number>
  npm run gamebook -- play <folder>               play it here
      --model <name of a saved model>             instead of the built-in narrator
      --seed <number> --resume <file>

Exit status: 0 all is well, 1 something is wrong with the gamebook, 2 with the command.
`

/** Runs one command, and says how it went: the exit status. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || rest.includes('--help')) {
    terminal.write(HELP)
    return name === undefined ? 2 : 0
  }
  try {
    const command = COMMANDS.get(name)
    if (command === undefined)
      throw new CliError(`There is no command "${name}".`, `Commands: ${[...COMMANDS.keys()].join(', ')}.`)
    return await command(rest, terminal)
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    terminal.write(`${error.message}\n→ ${error.hint}\n`)
    return 2
  }
}
