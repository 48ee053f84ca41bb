import {
  DEFAULT_MAX_STATES,
  describeReason,
  findWalkthrough,
  formatStepLine,
  listSteps,
  toLine,
  type Walkthrough,
} from '@llm-gamebook/story'

import { CliError } from '../cliError.ts'
import { openGamebook } from '../openGamebook.ts'
import { createProgress } from '../progressBar.ts'
import { readArguments, readCount, readGamebookArgument } from '../readArguments.ts'
import type { Terminal } from '../terminal.ts'

/** Finds a path to an ending or another node, the shortest one if that is known. Returns 1 if it finds none. */
export async function walkthrough(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    to: { type: 'string' },
    json: { type: 'boolean', default: false },
    'max-states': { type: 'string' },
  })
  const { gamebook } = await openGamebook(readGamebookArgument(positionals, 'walkthrough'), terminal)
  if (values.to === undefined)
    throw new CliError('No target given.', 'Give the title of an ending, or the id of a node: --to "The Last Page"')
  const progress = createProgress(terminal)
  const result = findWalkthrough(gamebook, values.to, {
    ...(values['max-states'] !== undefined && {
      maxStates: readCount('max-states', values['max-states'], DEFAULT_MAX_STATES),
    }),
    onProgress({ states }) {
      progress.show(states, null, 'states')
      return true
    },
  })
  progress.clear()
  switch (result.kind) {
    case 'no-such-place':
      throw new CliError(`There is no ending and no node "${values.to}".`, endingsHint(result.endings))
    case 'no-way': {
      const { nodeId, isProven, reasons } = result
      const message = isProven
        ? `"${nodeId}" can't be reached (proven).`
        : `It is not known whether "${nodeId}" can be reached. ${[...new Set(reasons.map(describeReason))].join(' ')}`
      terminal.write(values.json ? `${JSON.stringify({ ...result, steps: null })}\n` : `${message}\n`)
      return 1
    }
    case 'found':
      terminal.write(values.json ? `${JSON.stringify(result.walkthrough, null, 2)}\n` : describe(result.walkthrough))
      return 0
  }
}

function describe({ nodeId, steps, isShortest, seed }: Walkthrough): string {
  const lines = listSteps(steps).map((line) => `  ${toLine(formatStepLine(line))}`)
  const hasDice = steps.some(({ rolls }) => rolls.length > 0)
  const dice = seed === null ? 'No seed found that rolls these dice.' : `Seed ${seed} rolls the dice this path needs.`
  return `${[`${isShortest ? 'The shortest' : 'A'} path to "${nodeId}":`, ...lines, ...(hasDice ? [dice] : [])].join('\n')}\n`
}

function endingsHint(endings: readonly string[]): string {
  return endings.length === 0
    ? 'It has no endings: give the id of a node.'
    : `Its endings: ${endings.map((title) => `"${title}"`).join(', ')}`
}
