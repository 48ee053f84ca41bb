import { findWalkthrough, formatStep } from '@llm-gamebook/story'

import { CliError } from '../cliError.ts'
import { openGamebook } from '../openGamebook.ts'
import { createProgress } from '../progressBar.ts'
import { readArguments, readCount, readFolderArgument } from '../readArguments.ts'
import type { Terminal } from '../terminal.ts'

/** The shortest way to an ending, or to any other node. 1 where there is none. */
export async function walkthrough(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, {
    to: { type: 'string' },
    json: { type: 'boolean', default: false },
    'max-states': { type: 'string' },
  })
  const { gamebook } = await openGamebook(readFolderArgument(positionals, 'walkthrough'), terminal.folder)
  if (values.to === undefined)
    throw new CliError('It is not said where to.', 'Name an ending, or the id of a node: --to "The Last Page"')
  const progress = createProgress(terminal)
  const result = findWalkthrough(gamebook, values.to, {
    ...(values['max-states'] !== undefined && { maxStates: readCount('max-states', values['max-states'], 0) }),
    onProgress(states) {
      progress.show(states, null, 'states')
      return true
    },
  })
  progress.clear()
  switch (result.kind) {
    case 'no-such-place':
      throw new CliError(`There is no ending and no node "${values.to}".`, endingsHint(result.endings))
    case 'no-way': {
      const proof = result.isProven
        ? 'That is proven.'
        : `Not proven: only ${result.states} states were looked at (--max-states).`
      terminal.write(
        values.json
          ? `${JSON.stringify({ ...result, steps: null })}\n`
          : `No way leads to "${result.nodeId}". ${proof}\n`,
      )
      return 1
    }
    case 'found': {
      const { nodeId, steps, seed } = result.walkthrough
      if (values.json) terminal.write(`${JSON.stringify(result.walkthrough, null, 2)}\n`)
      else {
        const lines = steps.map((step, index) => `${String(index + 1).padStart(3)}. ${formatStep(step)}`)
        const hasDice = steps.some(({ rolls }) => rolls.length > 0)
        const dice = !hasDice
          ? []
          : [
              seed === null
                ? 'No seed was found whose dice fall like that.'
                : `The dice of the seed ${seed} fall so that this leads there.`,
            ]
        terminal.write(`${[`The shortest way to "${nodeId}":`, ...lines, ...dice].join('\n')}\n`)
      }
      return 0
    }
  }
}

function endingsHint(endings: readonly string[]): string {
  return endings.length === 0
    ? 'It has no endings: give the id of a node.'
    : `Its endings: ${endings.map((title) => `"${title}"`).join(', ')}`
}
