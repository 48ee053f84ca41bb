import { parseArgs } from 'node:util'
import { BenchError } from './benchError.ts'

export interface Options {
  /** In the order of the command line. Empty runs `MEASURES`. */
  readonly measures: readonly string[]
  readonly runs: number
  readonly isCheck: boolean
  readonly jsonFile: string | undefined
  /** A file with the results of an earlier run, which are shown beside those of this one. */
  readonly beforeFile: string | undefined
  /** The folder of another copy of the repository, whose app is measured. */
  readonly appFolder: string | undefined
}

const USAGE =
  'npm run bench -- [measure …] [--runs 3] [--check] [--json FILE] [--before FILE] [--server FOLDER]\n  Measures:'

export function readOptions(args: readonly string[], known: readonly string[]): Options {
  const hint = `${USAGE} ${known.join(', ')}.`
  const { values, positionals } = parse(args, hint)
  const unknown = positionals.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new BenchError(`Unknown measure: ${unknown}.`, hint)
  const runs = Number(values.runs)
  if (!Number.isInteger(runs) || runs < 1)
    throw new BenchError(`--runs must be a whole number of at least 1, not ${values.runs}.`, hint)
  return {
    measures: positionals,
    runs,
    isCheck: values.check,
    jsonFile: values.json,
    beforeFile: values.before,
    appFolder: values.server,
  }
}

function parse(args: readonly string[], hint: string) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        runs: { type: 'string', default: '1' },
        check: { type: 'boolean', default: false },
        json: { type: 'string' },
        before: { type: 'string' },
        server: { type: 'string' },
      },
    })
  } catch (error) {
    const [problem = ''] = (error instanceof Error ? error.message : String(error)).split('. ')
    throw new BenchError(`${problem}.`, hint)
  }
}
