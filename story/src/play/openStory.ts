import { renderText } from '../expressions/evaluate/renderText.ts'
import { NARRATE } from '../gamebook/actionName.ts'
import type { Text } from '../expressions/expression.ts'
import { withFallback, type ReportFailure } from '../state/errorFallback.ts'
import type { Receipt } from '../state/receipt.ts'
import type { World } from '../state/world.ts'
import { MAX_RENDERED_CHARACTERS } from './narrate.ts'
import { isRevealed } from '../traits/visibility.ts'

/**
 * The receipts of an opening: the words for the first visit of every start node, in the order of the file. The start
 * is not entered, so nothing changes.
 */
export function openStory(world: World, report: ReportFailure): readonly Receipt[] {
  return [...world.gamebook.entities.values()].flatMap(({ graph }) => {
    const start = graph === undefined ? undefined : world.gamebook.entities.get(graph.startNodeId)
    const words = start?.graphNode?.firstVisit ?? null
    if (start === undefined || words === null || !isRevealed(world, start)) return []
    return narrate(world, words, `${start.id}.first_visit`, report)
  })
}

function narrate(world: World, words: Text, where: string, report: ReportFailure): readonly Receipt[] {
  const text = withFallback(() => renderText(words, world), null, where, report)
  if (text === null) return []
  return [
    {
      action: NARRATE,
      by: 'system',
      args: { text: text.slice(0, MAX_RENDERED_CHARACTERS) },
      result: 'applied',
      guards: [],
      changes: [],
    },
  ]
}
