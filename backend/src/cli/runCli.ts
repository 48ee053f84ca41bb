import { escapeControls } from '../escapeControls.ts'
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

const HELP = `Commands for gamebooks:

  npm run gamebook -- check <gamebook> …          find errors and dead ends before anyone plays
      --json                                      print JSON
      --strict                                    exit status 1 on warnings too
      --max-states <number>                       stop after this many states
  npm run gamebook -- play-random <gamebook>      play at random and report coverage
      --runs 1000 --seed 1 --max-steps 400 --json
  npm run gamebook -- walkthrough <gamebook>      find the shortest path to an ending or a place
      --to <title of an ending, or id of a node>  --json --max-states <number>
  npm run gamebook -- play <gamebook>             play in the terminal
      --model <name of a saved model>             instead of the built-in narrator
      --seed <number> --resume <file>

<gamebook> is an id, such as example/low-water, or the path of a gamebook's folder.

Exit status: 0 no problems, 1 problems in the gamebook, 2 invalid command.
`

/** Runs a command and returns its exit status. Nothing that it writes can control the terminal. */
export async function runCli(args: readonly string[], given: Terminal): Promise<number> {
  const terminal = { ...given, write: (text: string) => given.write(escapeControls(text)) }
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || rest.includes('--help')) {
    terminal.write(HELP)
    return name === undefined ? 2 : 0
  }
  try {
    const command = COMMANDS.get(name)
    if (command === undefined)
      throw new CliError(`Unknown command "${name}".`, `Commands: ${[...COMMANDS.keys()].join(', ')}.`)
    return await command(rest, terminal)
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    terminal.write(`${error.message}\n→ ${error.hint}\n`)
    return 2
  }
}
