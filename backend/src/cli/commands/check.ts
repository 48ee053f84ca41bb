import { relative } from 'node:path'
import {
  checkGamebook,
  type CheckExtent,
  DEFAULT_MAX_STATES,
  type Diagnostic,
  type Finding,
  formatDiagnostic,
  formatFinding,
} from '@llm-gamebook/story'

import { GAMEBOOK_FILE } from '../../gamebooks/gamebookFile.ts'
import { CliError } from '../cliError.ts'
import { openFolder } from '../openGamebook.ts'
import { createProgress } from '../progressBar.ts'
import { readArguments, readCount } from '../readArguments.ts'
import type { Terminal } from '../terminal.ts'

interface CheckedFolder {
  readonly folder: string
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
  readonly findings: readonly Finding[]
  readonly explored: CheckExtent | null
}

/** All that is wrong with gamebooks. 1 on errors, with `--strict` on warnings too. */
export async function check(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    'max-states': { type: 'string' },
  })
  if (positionals.length === 0)
    throw new CliError(
      'No gamebook is named.',
      'Name one or more folders: npm run gamebook -- check gamebooks/example/low-water',
    )
  const maxStates = readCount('max-states', values['max-states'], DEFAULT_MAX_STATES)
  const checked: CheckedFolder[] = []
  for (const path of positionals) checked.push(await checkFolder(path, maxStates, terminal))
  if (values.json)
    terminal.write(`${JSON.stringify({ gamebooks: checked.map(({ text: _, ...rest }) => rest) }, null, 2)}\n`)
  else for (const folder of checked) terminal.write(`${describe(folder)}\n`)
  const counts = checked.map(countSeverities)
  const fails = counts.some(({ error, warning }) => error > 0 || (values.strict && warning > 0))
  return fails ? 1 : 0
}

async function checkFolder(path: string, maxStates: number, terminal: Terminal): Promise<CheckedFolder> {
  const { folder, text, diagnostics, gamebook } = await openFolder(path, terminal.folder)
  const file = relative(terminal.folder, `${folder}/${GAMEBOOK_FILE}`)
  const named = diagnostics.map((diagnostic) => ({
    ...diagnostic,
    file: diagnostic.file === GAMEBOOK_FILE ? file : diagnostic.file,
  }))
  if (gamebook === null) return { folder: path, text, diagnostics: named, findings: [], explored: null }
  const progress = createProgress(terminal)
  const { findings, explored } = checkGamebook(text, {
    file,
    maxStates,
    onProgress(states) {
      progress.show(states, null, `states of ${path}`)
      return true
    },
  })
  progress.clear()
  return { folder: path, text, diagnostics: named, findings, explored }
}

function describe(checked: CheckedFolder): string {
  const { folder, text, diagnostics, findings, explored } = checked
  const said = [
    ...diagnostics.map((diagnostic) => ({ line: diagnostic.line, shown: formatDiagnostic(diagnostic, text) })),
    ...findings.map((finding) => ({ line: finding.line, shown: formatFinding(finding, text) })),
  ]
  const lines = said.toSorted((a, b) => a.line - b.line).map(({ shown }) => `${shown}\n`)
  const { error, warning, note } = countSeverities(checked)
  return [
    ...lines,
    `${folder}: ${count(error, 'error')}, ${count(warning, 'warning')}, ${count(note, 'note')}.`,
    ...describeExtent(explored),
  ].join('\n')
}

function describeExtent(explored: CheckExtent | null): readonly string[] {
  if (explored === null) return ['  It was not played through: mend the errors first.']
  const { states, calls, slices, isWhole, leftOut, bounded, sampled, endings } = explored
  const looked = `${count(states, 'state')} and ${count(calls, 'call')} looked at${slices > 1 ? `, in ${slices} parts that cannot touch each other` : ''}`
  return [
    isWhole
      ? `  ${looked}: all that can happen.`
      : `  ${looked}, and then the bound was hit: what was not seen is not proven. Raise --max-states to look further.`,
    ...listing('Of these functions only some arguments were tried, so that what was not seen is not proven', sampled),
    ...listing('No rule asks for these, so that they are left out of the states', leftOut),
    ...listing('Of these numbers only what rules tell apart was kept apart', bounded),
    ...endings.map(
      ({ title, kind, steps }) =>
        `  Ending "${title}" (${kind}): ${steps === null ? 'no way was found' : `${count(steps.length, 'step')} at least`}.`,
    ),
  ]
}

function listing(what: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`  ${what}: ${names.join(', ')}.`]
}

function countSeverities({ diagnostics, findings }: CheckedFolder) {
  const all = [...diagnostics, ...findings].map(({ severity }) => severity)
  const of = (severity: string): number => all.filter((other) => other === severity).length
  return { error: of('error'), warning: of('warning'), note: of('note') }
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
