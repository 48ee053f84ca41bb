import { escapeControls } from '../escapeControls.ts'
import { check } from './commands/check.ts'
import { play } from './commands/play.ts'
import { playRandomly } from './commands/playRandom.ts'
import { replay } from './commands/replay.ts'
import { walkthrough } from './commands/walkthrough.ts'
import { CliError } from './cliError.ts'
import type { Terminal } from './terminal.ts'

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['check', check],
  ['play-random', playRandomly],
  ['walkthrough', walkthrough],
  ['play', play],
  ['replay', replay],
])

const HELP = `Commands for gamebooks:

  npm run gamebook -- check <gamebook> …          find errors and dead ends before anyone plays
      --json --sarif                              print JSON, or SARIF 2.1.0 for code hosts
      --strict                                    exit status 1 on warnings too
      --max-states <number> --seconds <number>    where the search stops (300000 states, 300 seconds)
      --replays <folder>                          write a replay for each finding with steps
      --no-cache                                  check again, even if nothing has changed
  npm run gamebook -- replay <file> [<gamebook>]  play a replay and say whether it shows its finding
  npm run gamebook -- play-random <gamebook>      play at random and report coverage
      --runs 1000 --seed 1 --max-steps 400 --json
  npm run gamebook -- walkthrough <gamebook>      find the shortest path to an ending or a place
      --to <title of an ending, or id of a node>  --json --max-states <number>
  npm run gamebook -- play <gamebook>             play in the terminal
      --model <name of a saved model>             instead of the built-in narrator
      --seed <number> --resume <file>

<gamebook> is an id, such as example/low-water, or the path of a gamebook's folder or file.

Exit status: 0 success, 1 failure (errors, no path found, a replay that shows nothing),
2 the command could not run, 130 canceled.
`

const NOTHING_DONE = 2

/** Runs a command and returns its exit status. Nothing that it writes can control the terminal. */
export async function runCli(args: readonly string[], given: Terminal): Promise<number> {
  const terminal = {
    ...given,
    write: (text: string) => given.write(escapeControls(text)),
    writeError: (text: string) => given.writeError(escapeControls(text)),
  }
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || rest.includes('--help')) {
    terminal.write(HELP)
    return name === undefined ? NOTHING_DONE : 0
  }
  try {
    const command = COMMANDS.get(name)
    if (command === undefined)
      throw new CliError(`Unknown command "${name}".`, `Use one of these: ${[...COMMANDS.keys()].join(', ')}.`)
    return await command(rest, terminal)
  } catch (error) {
    terminal.writeError(describeError(error))
    return NOTHING_DONE
  }
}

function describeError(error: unknown): string {
  if (error instanceof CliError) return `${error.message}\n→ ${error.hint}\n`
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `Something went wrong, and your gamebook is not the cause. Please report it.\n${details}\n`
}
