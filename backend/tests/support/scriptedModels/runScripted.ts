import { systemClock } from '../../../src/clock.ts'
import type { Arm } from '../../../src/benchmark/arms/arms.ts'
import { referenceNarrator } from '../../../src/benchmark/play/referenceNarrator.ts'
import { type BenchmarkRun, type RunEnd, runBenchmark } from '../../../src/benchmark/run/runBenchmark.ts'
import {
  type BenchmarkBook,
  listBenchmarkBooks,
  readBenchmarkBook,
} from '../../../src/benchmark/script/benchmarkBooks.ts'
import type { TurnResult } from '../../../src/benchmark/score/turnResult.ts'
import { createModelFromDbConfig } from '../../../src/models/createModel.ts'
import type { Narrator } from '../../../src/models/narrator.ts'
import { noParameters } from '../../../src/models/parameters/modelParameters.ts'
import { NO_REQUEST_LOG } from '../../../src/models/transport/requestLog.ts'
import { BOOKS_FOLDER } from './booksFolder.ts'
import type { Behavior } from './behaviors.ts'
import { openScriptedModel } from './openScriptedModel.ts'

/** By default, all books that have a script. */
export async function readBooks(ids?: readonly string[]): Promise<readonly BenchmarkBook[]> {
  return Promise.all((ids ?? (await listBenchmarkBooks(BOOKS_FOLDER))).map((id) => readBenchmarkBook(BOOKS_FOLDER, id)))
}

/** The narrator of a model behind a server that speaks the protocol of OpenAI, which costs a dollar for a million tokens. */
export async function narratorAt(baseUrl: string): Promise<Narrator> {
  const recipe = {
    provider: 'openai-compatible',
    modelName: 'scripted',
    baseUrl,
    exactAddress: false,
    inOnePiece: false,
    parameters: noParameters,
  } as const
  const prices = { currency: 'USD', input: 1, cachedInput: null, cacheWrite: null, output: 1 }
  return {
    ...referenceNarrator(await createModelFromDbConfig(recipe, null)),
    findPrices: () => ({ prices, source: 'own' }),
  }
}

export interface ScriptedRun {
  readonly results: readonly TurnResult[]
  readonly end: RunEnd
}

/** Measures a scripted model, over HTTP. */
export async function runScripted(
  behavior: Behavior,
  books: readonly BenchmarkBook[],
  arms: readonly Arm[] = ['full'],
  more: Partial<BenchmarkRun> & { readonly countsTokens?: boolean } = {},
): Promise<ScriptedRun> {
  const { countsTokens = true, ...changed } = more
  const model = await openScriptedModel({ books, behavior, countsTokens })
  const results: TurnResult[] = []
  try {
    const end = await runBenchmark({
      narrator: await narratorAt(model.url),
      books,
      arms,
      seed: 1,
      results: [],
      limits: { maxCost: null, maxMinutes: null },
      clock: systemClock,
      requests: NO_REQUEST_LOG,
      signal: new AbortController().signal,
      onResult: (result) => void results.push(result),
      ...changed,
    })
    return { results, end }
  } finally {
    await model.close()
  }
}
