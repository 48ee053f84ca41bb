import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'

import { readFileAtMost } from '../../readFileAtMost.ts'
import type { TurnEvent } from '../../engine/turnEvent.ts'
import { textOf } from '../../messages/part.ts'
import { CliError } from '../cliError.ts'
import { openModel } from '../openModel.ts'
import { openGamebook } from '../openGamebook.ts'
import { readArguments, readCount, readGamebookArgument } from '../readArguments.ts'
import type { Terminal } from '../terminal.ts'
import { TerminalStory } from '../play/terminalStory.ts'

const MAX_SAVED_BYTES = 256 * 1024 * 1024
const PROMPT = '\n> '
const COMMANDS_HELP =
  "/undo undoes your last turn, /state shows the engine's state, /save <file> saves the story, /quit quits.\n"

/** Plays a gamebook in the terminal. */
export async function play(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    model: { type: 'string' },
    seed: { type: 'string' },
    resume: { type: 'string' },
  })
  const { gamebook, version } = await openGamebook(readGamebookArgument(positionals, 'play'), terminal)
  const { narrator, requests, close } = await openModel(values.model, terminal)
  try {
    const seed = readCount('seed', values.seed, randomBytes(4).readUInt32LE())
    const onEvent = (event: TurnEvent): void => showEvent(event, terminal)
    const story = new TerminalStory({ gamebook, version, narrator, requests, seed, onEvent })
    terminal.write(`${gamebook.title}\n${COMMANDS_HELP}\n`)
    if (values.resume === undefined) await story.playTurn(null)
    else {
      story.resume(await readSaved(resolve(terminal.folder, values.resume)))
      terminal.write(lastText(story))
    }
    await converse(story, terminal)
    return 0
  } finally {
    await close()
  }
}

async function converse(story: TerminalStory, terminal: Terminal): Promise<void> {
  const commands = new Map<string, (argument: string) => Promise<void>>([
    ['/undo', async () => terminal.write(story.undo() ? `Undone.\n\n${lastText(story)}` : 'Nothing to undo.\n')],
    ['/state', async () => terminal.write(`${JSON.stringify(story.state, null, 2)}\n`)],
    ['/save', (file) => save(story, file, terminal)],
    ['/help', async () => terminal.write(COMMANDS_HELP)],
  ])
  const prompt = (): void =>
    terminal.write(story.hasEnded ? '\nThe story is over: /undo undoes your last turn, /quit quits.\n> ' : PROMPT)
  prompt()
  for await (const line of terminal.lines()) {
    const input = line.trim()
    const [name = ''] = /^\/\S+/.exec(input) ?? []
    const argument = input.slice(name.length).trim()
    if (name === '/quit') break
    const command = commands.get(name)
    if (command !== undefined) await command(argument)
    else if (name !== '') terminal.write(`Unknown command "${name}". ${COMMANDS_HELP}`)
    else if (input !== '' && !story.hasEnded) await story.playTurn(input)
    prompt()
  }
  terminal.write('\n')
}

async function save(story: TerminalStory, file: string, terminal: Terminal): Promise<void> {
  if (file === '') return terminal.write('Give a file name: /save my-story.json\n')
  const path = resolve(terminal.folder, file)
  const problem = await writeFile(path, story.toJson()).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  terminal.write(
    problem === null
      ? `Saved in ${path}. Continue later with --resume ${file}\n`
      : `Can't save the story: ${problem}\n`,
  )
}

async function readSaved(path: string): Promise<string> {
  const text = await readFileAtMost(path, MAX_SAVED_BYTES).catch(() => undefined)
  if (text == null) throw new CliError(`Can't read the file "${path}".`, 'Use a file written by /save.')
  return text.toString()
}

function showEvent(event: TurnEvent, terminal: Terminal): void {
  if (event.type === 'part-delta') terminal.write(event.text)
  if (event.type === 'part-withdrawn') terminal.write('\n\n(The narrator withdraws this.)\n\n')
  if (event.type === 'receipt' && event.entry.line !== '') terminal.write(`\n  * ${event.entry.line}\n\n`)
  if (event.type === 'message-end' && event.message.role === 'narrator') {
    const { error } = event.message
    terminal.write(error === null ? '\n' : `\n${error.detail} ${error.hint}\n`)
  }
}

/** The text of the last answer. */
function lastText({ lastAnswer }: TerminalStory): string {
  return `${lastAnswer === undefined ? '' : textOf(lastAnswer)}\n`
}
