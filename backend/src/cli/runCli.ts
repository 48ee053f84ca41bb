import { escapeControls } from '../escapeControls.ts'
import { bench } from './commands/bench.ts'
import { check } from './commands/check.ts'
import { drift } from './commands/drift.ts'
import { play } from './commands/play.ts'
import { playRandomly } from './commands/playRandom.ts'
import { replay } from './commands/replay.ts'
import { sentences } from './commands/sentences.ts'
import { walkthrough } from './commands/walkthrough.ts'
import { CliError } from './cliError.ts'
import { describeUsage } from './help.ts'
import type { Terminal } from './terminal.ts'

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['check', check],
  ['play-random', playRandomly],
  ['walkthrough', walkthrough],
  ['play', play],
  ['replay', replay],
  ['drift', drift],
  ['bench', bench],
  ['sentences', sentences],
])

const NOTHING_DONE = 2

const isHelp = (word: string): boolean => word === '--help' || word === '-h'

/** Runs a command and returns its exit status. Nothing that it writes can control the terminal. */
export async function runCli(args: readonly string[], given: Terminal): Promise<number> {
  const terminal = {
    ...given,
    write: (text: string) => given.write(escapeControls(text)),
    writeError: (text: string) => given.writeError(escapeControls(text)),
  }
  const [name, ...rest] = args
  if (name === undefined) {
    terminal.write(describeUsage(undefined))
    return NOTHING_DONE
  }
  if (name === 'help' || isHelp(name) || rest.some(isHelp)) {
    terminal.write(describeUsage(COMMANDS.has(name) ? name : rest[0]))
    return 0
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
