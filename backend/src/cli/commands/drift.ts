import { join, resolve } from 'node:path'
import {
  checkDrift,
  GamebookError,
  type Gamebook,
  type JudgedAnswer,
  LabelError,
  readLabeledAnswer,
  scoreAnswers,
} from '@llm-gamebook/story'

import { errorCodes } from '../../errorCodes.ts'
import { readFileAtMost } from '../../readFileAtMost.ts'
import { CliError } from '../cliError.ts'
import { openGamebook } from '../openGamebook.ts'
import { readArguments } from '../readArguments.ts'
import type { Terminal } from '../terminal.ts'

const MAX_BYTES = 256 * 1024 * 1024
const MAX_ERRORS = 100
const HOW = 'Give a file with one answer on each line: npm run gamebook -- drift <file.jsonl>'

/** Checks labeled answers for drift and prints how well the labels were found. Returns 1 if a line can't be read. */
export async function drift(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, { gamebooks: { type: 'string' } })
  const [given, another] = positionals
  if (given === undefined || another !== undefined)
    throw new CliError(given === undefined ? 'No file given.' : `Too many arguments: "${another}".`, HOW)
  const lines = (await readText(resolve(terminal.folder, given), given)).split('\n')
  const findGamebook = createGamebookFinder(values.gamebooks, terminal)
  const judged: JudgedAnswer[] = []
  const errors: { readonly line: number; readonly message: string }[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    try {
      judged.push(await judge(line, findGamebook))
    } catch (error) {
      errors.push({ line: index + 1, message: describe(error) })
    }
  }
  const score = { ...scoreAnswers(judged), errors: errors.slice(0, MAX_ERRORS), errorCount: errors.length }
  terminal.write(`${JSON.stringify(score, null, 2)}\n`)
  return errors.length === 0 ? 0 : 1
}

type FindGamebook = (id: string) => Promise<Gamebook>

async function judge(line: string, findGamebook: FindGamebook): Promise<JudgedAnswer> {
  const { gamebook, labels, inputFor } = readLabeledAnswer(line)
  const findings = checkDrift(inputFor(await findGamebook(gamebook)))
  return { labels, found: [...new Set(findings.map(({ kind }) => kind))] }
}

/** `example/low-water` is the folder `low-water` or `example/low-water` of the folder given, else in the library. */
function createGamebookFinder(folder: string | undefined, terminal: Terminal): FindGamebook {
  const known = new Map<string, Promise<Gamebook>>()
  const open = async (id: string): Promise<Gamebook> => {
    const paths =
      folder === undefined || !ID.test(id) ? [] : [join(folder, id), join(folder, id.split('/').at(-1) ?? '')]
    for (const path of paths) {
      const found = await openGamebook(path, terminal).catch((error: unknown) => {
        if (error instanceof CliError) return null
        throw error
      })
      if (found !== null) return found.gamebook
    }
    return (await openGamebook(id, terminal)).gamebook
  }
  return (id) => {
    const found = known.get(id) ?? open(id)
    known.set(id, found)
    return found
  }
}

/** Nothing that leads out of the folder. */
const ID = /^[\w-]+(?:\/[\w-]+)?$/

async function readText(path: string, given: string): Promise<string> {
  const text = await readFileAtMost(path, MAX_BYTES).catch((error: unknown) => {
    const isMissing = errorCodes(error).includes('ENOENT')
    throw new CliError(isMissing ? `There is no file "${given}".` : `"${given}" can't be read.`, HOW)
  })
  if (text === null) throw new CliError(`"${given}" is larger than 256 MB.`, 'Split it into several files.')
  return text.toString()
}

function describe(error: unknown): string {
  if (error instanceof CliError || error instanceof GamebookError) return error.message
  if (error instanceof LabelError) return error.message
  throw error
}
