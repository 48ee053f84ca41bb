import { findWalkthrough, formatStepLine, listSteps, type Walkthrough } from '@llm-gamebook/story'

import { CliError } from '../cliError.ts'
import { formatCount } from '../formatCount.ts'
import { openGamebook } from '../openGamebook.ts'
import { createProgress } from '../progressBar.ts'
import { readArguments, readCount, readGamebookArgument } from '../readArguments.ts'
import type { Terminal } from '../terminal.ts'

/** Finds the shortest path to an ending or another node. Returns 1 if there is none. */
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
    ...(values['max-states'] !== undefined && { maxStates: readCount('max-states', values['max-states'], 0) }),
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
      const { nodeId, isProven, states } = result
      const message = isProven
        ? `"${nodeId}" can't be reached. (proven)`
        : `"${nodeId}" was not reached. (not proven: only ${formatCount(states, 'state')} explored, see --max-states)`
      terminal.write(values.json ? `${JSON.stringify({ ...result, steps: null })}\n` : `${message}\n`)
      return 1
    }
    case 'found':
      terminal.write(values.json ? `${JSON.stringify(result.walkthrough, null, 2)}\n` : describe(result.walkthrough))
      return 0
  }
}

function describe({ nodeId, steps, isShortest, seed }: Walkthrough): string {
  const lines = listSteps(steps).map((line) => `  ${formatStepLine(line)}`)
  const hasDice = steps.some(({ rolls }) => rolls.length > 0)
  const dice = seed === null ? 'No seed found that rolls these dice.' : `Seed ${seed} rolls the dice this path needs.`
  return `${[`${isShortest ? 'The shortest' : 'A'} path to "${nodeId}":`, ...lines, ...(hasDice ? [dice] : [])].join('\n')}\n`
}

function endingsHint(endings: readonly string[]): string {
  return endings.length === 0
    ? 'It has no endings: give the id of a node.'
    : `Its endings: ${endings.map((title) => `"${title}"`).join(', ')}`
}
