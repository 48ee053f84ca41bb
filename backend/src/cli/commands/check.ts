import { relative } from 'node:path'
import { checkGamebook, DEFAULT_MAX_STATES } from '@llm-gamebook/story'

import { GAMEBOOK_FILE } from '../../gamebooks/gamebookFile.ts'
import { CliError } from '../cliError.ts'
import { type CheckedFolder, countSeverities, describeCheck } from '../describeCheck.ts'
import { readGamebookFolder } from '../openGamebook.ts'
import { createProgress } from '../progressBar.ts'
import { readArguments, readCount } from '../readArguments.ts'
import type { Terminal } from '../terminal.ts'

/** Checks gamebooks. Returns 1 on errors, with `--strict` also on warnings. */
export async function check(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    'max-states': { type: 'string' },
  })
  if (positionals.length === 0)
    throw new CliError(
      'No gamebook given.',
      'Give one or more ids or folders: npm run gamebook -- check example/low-water',
    )
  const maxStates = readCount('max-states', values['max-states'], DEFAULT_MAX_STATES)
  const checked: CheckedFolder[] = []
  for (const given of positionals) checked.push(await checkFolder(given, maxStates, terminal))
  if (values.json)
    terminal.write(`${JSON.stringify({ gamebooks: checked.map(({ text: _, ...rest }) => rest) }, null, 2)}\n`)
  else for (const folder of checked) terminal.write(`${describeCheck(folder)}\n`)
  const counts = checked.map(countSeverities)
  const fails = counts.some(({ error, warning }) => error > 0 || (values.strict && warning > 0))
  return fails ? 1 : 0
}

async function checkFolder(given: string, maxStates: number, terminal: Terminal): Promise<CheckedFolder> {
  const { folder, text, diagnostics, gamebook } = await readGamebookFolder(given, terminal)
  const file = relative(terminal.folder, `${folder}/${GAMEBOOK_FILE}`)
  const located = diagnostics.map((diagnostic) => ({
    ...diagnostic,
    file: diagnostic.file === GAMEBOOK_FILE ? file : diagnostic.file,
  }))
  if (gamebook === null) return { folder: given, text, diagnostics: located, findings: [], explored: null }
  const progress = createProgress(terminal)
  const { findings, explored } = checkGamebook(text, {
    file,
    maxStates,
    onProgress(states) {
      progress.show(states, null, `states of ${given}`)
      return true
    },
  })
  progress.clear()
  return { folder: given, text, diagnostics: located, findings, explored }
}
