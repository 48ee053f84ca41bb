import { join, resolve } from 'node:path'

import { GamebookError } from '@llm-gamebook/story'

import { readFileAtMost } from '../../readFileAtMost.ts'
import { parseJson } from '../../json.ts'
import { CliError } from '../cliError.ts'
import { openGamebook } from '../openGamebook.ts'
import { openModel } from '../openModel.ts'
import { readArguments } from '../readArguments.ts'
import { judgeSentence, scoreSentences, type JudgedSentence } from '../sentences/scoreSentences.ts'
import { Sentence } from '../sentences/sentence.ts'
import { SentencePlayer, SetupError } from '../sentences/sentencePlayer.ts'
import type { Terminal } from '../terminal.ts'

const MAX_BYTES = 64 * 1024 * 1024
const MAX_ERRORS = 100
const HOW = 'Give a file with one sentence on each line: npm run gamebook -- sentences <file.jsonl>'

/** Plays labeled sentences with the built-in narrator and prints how well it understood them. Returns 1 if a line can't be played. */
export async function sentences(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    gamebooks: { type: 'string' },
    failures: { type: 'boolean', default: false },
  })
  const [given, another] = positionals
  if (given === undefined || another !== undefined)
    throw new CliError(given === undefined ? 'No file given.' : `Too many arguments: "${another}".`, HOW)
  const text = await readFileAtMost(resolve(terminal.folder, given), MAX_BYTES).catch(() => undefined)
  if (text == null) throw new CliError(`Can't read "${given}".`, HOW)
  const { narrator, close } = await openModel(undefined, terminal)
  const players = new Map<string, Promise<SentencePlayer>>()
  const playerOf = (book: string): Promise<SentencePlayer> => {
    const found =
      players.get(book) ??
      openBook(book, values.gamebooks, terminal).then((gamebook) => new SentencePlayer(gamebook, narrator))
    players.set(book, found)
    return found
  }
  const judged: JudgedSentence[] = []
  const errors: { readonly line: number; readonly message: string }[] = []
  try {
    for (const [index, line] of text.toString().split('\n').entries()) {
      if (line.trim() === '') continue
      const read = Sentence.safeParse(parseJson(line))
      if (!read.success) {
        errors.push({ line: index + 1, message: 'This is not a sentence with `book`, `say` and `expect`.' })
        continue
      }
      try {
        const play = await (await playerOf(read.data.book)).play(read.data)
        judged.push(
          judgeSentence(
            index + 1,
            read.data,
            play,
            judged.map((each) => each.text),
          ),
        )
      } catch (error) {
        errors.push({ line: index + 1, message: describe(error) })
      }
    }
  } finally {
    await close()
  }
  const result = {
    ...scoreSentences(judged),
    ...(values.failures && { failures: judged.filter(isFailure).map(describeFailure) }),
    errors: errors.slice(0, MAX_ERRORS),
    errorCount: errors.length,
  }
  terminal.write(`${JSON.stringify(result, null, 2)}\n`)
  return errors.length === 0 ? 0 : 1
}

/** `low-water` is a folder of the folder given, else `example/low-water` of the library. */
async function openBook(book: string, folder: string | undefined, terminal: Terminal) {
  const candidates = [
    ...(folder === undefined || !ID.test(book) ? [] : [join(folder, book), join(folder, book.split('/').at(-1) ?? '')]),
    ...(book.includes('/') ? [] : [`example/${book}`]),
    book,
  ]
  for (const candidate of candidates.slice(0, -1)) {
    const found = await openGamebook(candidate, terminal).catch(() => null)
    if (found !== null) return found.gamebook
  }
  return (await openGamebook(candidates.at(-1) ?? book, terminal)).gamebook
}

/** Nothing that leads out of the folder. */
const ID = /^[\w-]+(?:\/[\w-]+)?$/

function isFailure({ isRight, isWrongAct }: JudgedSentence): boolean {
  return !isRight || isWrongAct
}

function describeFailure({ line, sentence, calls, text, isWrongAct, isStock, isAskBack }: JudgedSentence) {
  return { line, say: sentence.say, expect: sentence.expect, calls, text, isWrongAct, isStock, isAskBack }
}

function describe(error: unknown): string {
  if (error instanceof CliError || error instanceof GamebookError || error instanceof SetupError) return error.message
  throw error
}
