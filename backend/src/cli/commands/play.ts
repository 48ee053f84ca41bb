import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'

import type { TurnEvent } from '../../engine/turnEvent.ts'
import { CliError } from '../cliError.ts'
import { findNarrator } from '../findNarrator.ts'
import { openGamebook } from '../openGamebook.ts'
import { readArguments, readCount, readFolderArgument } from '../readArguments.ts'
import type { Terminal } from '../terminal.ts'
import { TerminalStory } from '../terminalStory.ts'

const PROMPT = '\n> '
const COMMANDS_HELP = `/undo takes your last words back, /state shows what the engine knows, /save <file> keeps the story, /quit ends it.\n`

/** Plays a gamebook in the terminal. */
export async function play(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    model: { type: 'string' },
    seed: { type: 'string' },
    resume: { type: 'string' },
  })
  const { gamebook, version } = await openGamebook(readFolderArgument(positionals, 'play'), terminal.folder)
  const narrator = await findNarrator(values.model, process.env)
  const seed = readCount('seed', values.seed, randomBytes(4).readUInt32LE())
  const story = new TerminalStory({ gamebook, version, narrator, seed, onEvent: (event) => showEvent(event, terminal) })
  terminal.write(`${gamebook.title}\n${COMMANDS_HELP}\n`)
  if (values.resume === undefined) await story.tell(null)
  else {
    story.resume(await readSaved(resolve(terminal.folder, values.resume)))
    terminal.write(textOf(story))
  }
  await converse(story, terminal)
  return 0
}

async function converse(story: TerminalStory, terminal: Terminal): Promise<void> {
  const deeds = new Map<string, (argument: string) => Promise<void>>([
    [
      '/undo',
      async () => terminal.write(story.undo() ? `Taken back.\n\n${textOf(story)}` : 'There is nothing to take back.\n'),
    ],
    ['/state', async () => terminal.write(`${JSON.stringify(story.state, null, 2)}\n`)],
    ['/save', (file) => save(story, file, terminal)],
    ['/help', async () => terminal.write(COMMANDS_HELP)],
  ])
  const ask = (): void =>
    terminal.write(story.hasEnded ? '\nThe story is over: /undo goes back, /quit ends it.\n> ' : PROMPT)
  ask()
  for await (const line of terminal.lines()) {
    const words = line.trim()
    const [, name = '', argument = ''] = /^(\/\S+)\s*(.*)$/.exec(words) ?? []
    if (name === '/quit') break
    const deed = deeds.get(name)
    if (deed !== undefined) await deed(argument)
    else if (name !== '') terminal.write(`There is no "${name}". ${COMMANDS_HELP}`)
    else if (words !== '' && !story.hasEnded) await story.tell(words)
    ask()
  }
  terminal.write('\n')
}

async function save(story: TerminalStory, file: string, terminal: Terminal): Promise<void> {
  if (file === '') return terminal.write('Name a file: /save my-story.json\n')
  const path = resolve(terminal.folder, file)
  const problem = await writeFile(path, story.toJson()).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  terminal.write(
    problem === null
      ? `Saved in ${path}. Go on another time with --resume ${file}\n`
      : `It could not be saved: ${problem}\n`,
  )
}

async function readSaved(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new CliError(`The file "${path}" cannot be read.`, 'Give a file that "/save" has written.')
  }
}

function showEvent(event: TurnEvent, terminal: Terminal): void {
  if (event.type === 'part-delta') terminal.write(event.text)
  if (event.type === 'receipt') terminal.write(`\n  * ${event.entry.line}\n\n`)
  if (event.type === 'message-end' && event.message.role === 'narrator') {
    const { error } = event.message
    terminal.write(error === null ? '\n' : `\n${error.detail} ${error.hint}\n`)
  }
}

/** What was told last, once more. */
function textOf({ lastAnswer }: TerminalStory): string {
  const texts = lastAnswer?.parts.map((part) => (part.type === 'text' ? part.text : '')) ?? []
  return `${texts.join('')}\n`
}
