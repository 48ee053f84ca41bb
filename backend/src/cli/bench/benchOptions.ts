import { ARMS, type Arm } from '../../benchmark/arms/arms.ts'
import type { RunLimits } from '../../benchmark/run/runBenchmark.ts'
import { MAIN_BOOK } from '../../benchmark/script/benchmarkBooks.ts'
import { CliError } from '../cliError.ts'
import { readArguments, readCount } from '../readArguments.ts'

export interface BenchOptions {
  /** The name of a saved model. */
  readonly model: string
  readonly arms: readonly Arm[]
  readonly books: readonly string[]
  readonly seed: number
  readonly limits: RunLimits
  /** The file that keeps the results. */
  readonly resume: string | undefined
  /** Only says what a run is expected to use. */
  readonly isDry: boolean
  readonly isJson: boolean
}

const MAX_SEED = 2 ** 32 - 1

/**
 * Reads the options of `bench`. Throws `CliError`.
 * @param known the books that have a script
 */
export function readBenchOptions(args: readonly string[], known: readonly string[]): BenchOptions {
  const { values, positionals } = readArguments(args, {
    model: { type: 'string' },
    arms: { type: 'string' },
    books: { type: 'string' },
    seed: { type: 'string' },
    'max-cost': { type: 'string' },
    'max-minutes': { type: 'string' },
    resume: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  })
  const how = 'Give the name of a saved model: npm run gamebook -- bench --model "My model"'
  const [extra] = positionals
  if (extra !== undefined) throw new CliError(`Unexpected argument: "${extra}".`, how)
  if (values.model === undefined) throw new CliError('No model given.', how)
  const seed = readCount('seed', values.seed, 1)
  if (seed > MAX_SEED) throw new CliError(`--seed is at most ${MAX_SEED}.`, 'Give a smaller number.')
  return {
    model: values.model,
    arms: readList('arms', values.arms ?? 'full', ARMS),
    books: readList('books', values.books ?? MAIN_BOOK, known),
    seed,
    limits: {
      maxCost: values['max-cost'] === undefined ? null : readAmount(values['max-cost']),
      maxMinutes: values['max-minutes'] === undefined ? null : readCount('max-minutes', values['max-minutes'], 30),
    },
    resume: values.resume,
    isDry: values['dry-run'],
    isJson: values.json,
  }
}

/** Names with commas between them, or `all`. */
function readList<Name extends string>(option: string, given: string, known: readonly Name[]): readonly Name[] {
  if (given === 'all') return known
  return [...new Set(given.split(',').map((name) => name.trim()))].map((name) => {
    const found = known.find((one) => one === name)
    if (found !== undefined) return found
    throw new CliError(`--${option} doesn't know "${name}".`, `Use "all", or some of these: ${known.join(', ')}.`)
  })
}

function readAmount(given: string): number {
  if (/^\d{1,9}(\.\d{1,9})?$/.test(given)) return Number(given)
  throw new CliError(`--max-cost must be an amount, not "${given}".`, 'Give a number, as in --max-cost 0.50.')
}
