import { DEFAULT_MAX_STATES, formatCount } from '@llm-gamebook/story'

import { createCheckCache } from '../../gamebooks/checks/checkCache.ts'
import { checksFolderIn } from '../../start/gamebookFolders.ts'
import { checkFile, type CheckedFile } from '../check/checkFile.ts'
import { countSeverities, describeCheck } from '../check/describeCheck.ts'
import { toCheckJson } from '../check/toCheckJson.ts'
import { toSarif } from '../check/toSarif.ts'
import { CliError } from '../cliError.ts'
import { readAppConfig } from '../readAppConfig.ts'
import { readArguments, readCount } from '../readArguments.ts'
import { prepareReplayFolder, type WrittenReplays, writeReplays } from '../replay/writeReplays.ts'
import type { Terminal } from '../terminal.ts'

const DEFAULT_SECONDS = 300
/** As of a program that Ctrl+C ended. */
const CANCELED = 130

/** Checks gamebooks. Returns 1 on errors, with `--strict` also on warnings. */
export async function check(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    json: { type: 'boolean', default: false },
    sarif: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    'no-cache': { type: 'boolean', default: false },
    'max-states': { type: 'string' },
    seconds: { type: 'string' },
    replays: { type: 'string' },
  })
  if (positionals.length === 0)
    throw new CliError(
      'No gamebook given.',
      'Give one or more ids, folders or files: npm run gamebook -- check example/low-water',
    )
  if (values.json && values.sarif) throw new CliError("--json and --sarif can't be used together.", 'Use one of them.')
  const signal = terminal.interrupt()
  const options = {
    limits: {
      maxStates: readCount('max-states', values['max-states'], DEFAULT_MAX_STATES),
      maxMilliseconds: 1000 * readCount('seconds', values.seconds, DEFAULT_SECONDS),
    },
    cache: values['no-cache'] ? null : createCheckCache(checksFolderIn(readAppConfig(terminal.environment).dataFolder)),
    signal,
  }
  if (values.replays !== undefined) await prepareReplayFolder(values.replays, terminal)
  const checked: CheckedFile[] = []
  try {
    for (const given of positionals) checked.push(await checkFile(given, options, terminal))
  } catch (error) {
    if (!signal.aborted) throw error
    terminal.status('Canceled.\n')
    return CANCELED
  }
  terminal.write(format(checked, values))
  if (values.replays !== undefined) {
    const replays = await writeReplays(checked, values.replays, terminal)
    if (!values.json && !values.sarif) terminal.write(`${describeReplays(replays, values.replays)}\n`)
  }
  const counts = checked.map(countSeverities)
  const fails = counts.some(({ error, warning }) => error > 0 || (values.strict && warning > 0))
  return fails ? 1 : 0
}

function describeReplays({ written, tooLong }: WrittenReplays, folder: string): string {
  const text = `Wrote ${formatCount(written, 'replay')} to ${folder}.`
  return tooLong === 0
    ? text
    : `${text} ${formatCount(tooLong, 'replay')} too long for a file: more than 10,000 calls or 1 MB.`
}

function format(checked: readonly CheckedFile[], { json, sarif }: { readonly json: boolean; readonly sarif: boolean }) {
  if (json) return `${JSON.stringify(toCheckJson(checked), null, 2)}\n`
  if (sarif) return `${JSON.stringify(toSarif(checked), null, 2)}\n`
  return checked.map((file) => `${describeCheck(file)}\n`).join('')
}
