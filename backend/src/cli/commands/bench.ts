import { resolve } from 'node:path'
import { formatCount } from '@llm-gamebook/story'

import { type ExpectedUse, expectUse } from '../../benchmark/run/expectCost.ts'
import { lastResults } from '../../benchmark/run/planRun.ts'
import { runBenchmark, type RunEnd } from '../../benchmark/run/runBenchmark.ts'
import { formatFigures, showCost } from '../../benchmark/score/formatFigures.ts'
import { reportOn } from '../../benchmark/score/report.ts'
import type { TurnResult } from '../../benchmark/score/turnResult.ts'
import { type BenchmarkBook, listBenchmarkBooks, readBenchmarkBook } from '../../benchmark/script/benchmarkBooks.ts'
import { systemClock } from '../../clock.ts'
import type { Narrator } from '../../models/narrator.ts'
import { benchmarkFolder } from '../../start/gamebookFolders.ts'
import { type BenchOptions, readBenchOptions } from '../bench/benchOptions.ts'
import { appendResult, createResultFile, readResults, type ResultHead } from '../bench/resultFile.ts'
import { CliError } from '../cliError.ts'
import { type OpenedModel, openModel } from '../openModel.ts'
import { createProgress } from '../progressBar.ts'
import type { Terminal } from '../terminal.ts'

/** As of a program that Ctrl+C ended. */
const CANCELED = 130

/** Measures a model by scripted turns. Returns 1 if the model failed or a limit ended the run. */
export async function bench(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readBenchOptions(args, await listBenchmarkBooks(benchmarkFolder()))
  const model = await openModel(options.model, terminal)
  try {
    return await measure(model, options, terminal)
  } finally {
    await model.close()
  }
}

async function measure(
  { narrator, requests }: OpenedModel,
  options: BenchOptions,
  terminal: Terminal,
): Promise<number> {
  const books = await Promise.all(options.books.map((id) => readBenchmarkBook(benchmarkFolder(), id)))
  const { arms, limits, isJson } = options
  const expected = await expectUse({ narrator, books, arms, clock: systemClock })
  if (!isJson) terminal.write(`${describeExpected(expected)}\n`)
  if (options.isDry) {
    if (isJson) terminal.write(`${JSON.stringify({ expected }, null, 2)}\n`)
    return 0
  }
  if (limits.maxCost !== null && expected.cost === null)
    throw new CliError(
      'The price of this model is not known, so its cost has no limit.',
      'Enter its price under Models in the app, or omit --max-cost.',
    )
  const results = await openResults(options, narrator, books, terminal)
  const signal = terminal.interrupt()
  const progress = createProgress(terminal)
  const { end, error } = await runBenchmark({
    ...{ narrator, books, arms, limits, signal },
    seed: options.seed,
    results,
    clock: systemClock,
    requests,
    async onResult(result, { done, total }) {
      results.push(result)
      if (options.resume !== undefined) await appendResult(resolve(terminal.folder, options.resume), result)
      progress.show(done, total, 'turns')
    },
  })
  progress.clear()
  terminal.write(isJson ? toJson(narrator, options, { expected, end, results }) : describe(results, options))
  if (end === 'finished') return 0
  terminal.writeError(`${ENDS[end]} ${error === null ? '' : `${error.detail} ${error.hint} `}${howToGoOn(options)}\n`)
  return end === 'canceled' ? CANCELED : 1
}

async function openResults(
  { resume, seed }: BenchOptions,
  { snapshot }: Narrator,
  books: readonly BenchmarkBook[],
  terminal: Terminal,
): Promise<TurnResult[]> {
  if (resume === undefined) return []
  const path = resolve(terminal.folder, resume)
  const { provider, host, requestedModel: modelName } = snapshot
  const hashes = Object.fromEntries(books.map(({ id, hash }) => [id, hash]))
  const head: ResultHead = { kind: 'llm-gamebook-benchmark', provider, host, modelName, books: hashes, seed }
  const results = await readResults(path, head)
  if (results === null) await createResultFile(path, head)
  return [...(results ?? [])]
}

function describeExpected({ turns, requests, inputTokens, outputTokens, cost, currency }: ExpectedUse): string {
  const price = cost === null ? 'the price is not known' : `about ${showCost(cost, currency)}`
  const tokens = `${inputTokens.toLocaleString('en-US')} tokens in, ${outputTokens.toLocaleString('en-US')} out`
  return `Expected: ${formatCount(turns, 'turn')}, ${formatCount(requests, 'request')}, about ${tokens}; ${price}.`
}

const ENDS: Readonly<Record<Exclude<RunEnd['end'], 'finished'>, string>> = {
  canceled: 'Canceled.',
  'cost-limit': 'The limit of --max-cost was reached.',
  'time-limit': 'The limit of --max-minutes was reached.',
  failed: 'The model failed.',
}

const howToGoOn = ({ resume }: BenchOptions): string =>
  resume === undefined ? 'To be able to go on, use --resume <file>.' : `Go on with: --resume ${resume}`

function describe(results: readonly TurnResult[], { arms }: BenchOptions): string {
  const own = lastResults(results).filter(({ arm }) => arms.includes(arm))
  const { figures, recommendation, cost, currency } = reportOn(own)
  if (figures.length === 0) return `${recommendation.text}\n`
  const table = formatFigures(figures.map((one) => ({ heading: one.arm, figures: one, currency })))
  return `${recommendation.text}\n\n${table}\n\nCost: ${cost === null ? 'not known' : showCost(cost, currency)}\n`
}

function toJson(
  { snapshot }: Narrator,
  { arms, books, seed }: BenchOptions,
  run: { readonly expected: ExpectedUse; readonly end: RunEnd['end']; readonly results: readonly TurnResult[] },
): string {
  const { provider, host, requestedModel: modelName } = snapshot
  const own = lastResults(run.results).filter(({ arm }) => arms.includes(arm))
  const model = { provider, host, modelName }
  return `${JSON.stringify({ model, arms, books, seed, end: run.end, expected: run.expected, ...reportOn(own), turns: own }, null, 2)}\n`
}
