import { appendFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'

import { TurnResult } from '../../benchmark/score/turnResult.ts'
import { errorCodes } from '../../errorCodes.ts'
import { parseJson } from '../../json.ts'
import { readFileAtMost } from '../../readFileAtMost.ts'
import { CliError } from '../cliError.ts'

/** The first line of a file with results. */
const Head = z.object({
  kind: z.literal('llm-gamebook-benchmark'),
  provider: z.string(),
  host: z.string().nullable(),
  modelName: z.string(),
  /** Content hashes of the gamebooks and their scripts, by the id of the book. */
  books: z.record(z.string(), z.string()),
  seed: z.int(),
})
export type ResultHead = z.infer<typeof Head>

const MAX_BYTES = 64 * 1024 * 1024

/** The results of the turns that were measured before; none if there is no file yet. Throws `CliError`. */
export async function readResults(path: string, head: ResultHead): Promise<readonly TurnResult[] | null> {
  const text = await readFileAtMost(path, MAX_BYTES).catch((error: unknown) => {
    if (errorCodes(error).includes('ENOENT')) return undefined
    throw new CliError(`The file "${path}" can't be read.`, 'Give another file with --resume.')
  })
  if (text === undefined) return null
  const [first = '', ...lines] = text?.toString().split('\n') ?? []
  const stored = Head.safeParse(parseJson(first))
  if (!stored.success)
    throw new CliError(`"${path}" holds no results of a benchmark.`, 'Give another file with --resume.')
  const difference = findDifference(stored.data, head)
  if (difference !== null)
    throw new CliError(
      `The results in "${path}" are those of another ${difference}.`,
      'Give another file with --resume.',
    )
  // The last line may have been cut off.
  return lines.flatMap((line) => TurnResult.safeParse(parseJson(line)).data ?? [])
}

function findDifference(stored: ResultHead, head: ResultHead): string | null {
  if (stored.provider !== head.provider || stored.host !== head.host || stored.modelName !== head.modelName)
    return `model: ${stored.modelName}`
  const changed = Object.entries(head.books).find(
    ([id, hash]) => stored.books[id] !== undefined && stored.books[id] !== hash,
  )
  return changed === undefined ? null : `version of the book "${changed[0]}"`
}

export async function createResultFile(path: string, head: ResultHead): Promise<void> {
  await writeFile(path, `${JSON.stringify(head)}\n`, { flag: 'wx' }).catch((error: unknown) => {
    throw new CliError(
      `Can't write "${path}": ${error instanceof Error ? error.message : String(error)}`,
      'Give another file with --resume.',
    )
  })
}

/** A line that was cut off before it ends with the next one. */
export async function appendResult(path: string, result: TurnResult): Promise<void> {
  await appendFile(path, `\n${JSON.stringify(result)}`)
}
