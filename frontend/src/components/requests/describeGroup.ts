import { requestText } from '../../text/requests.ts'
import type { RequestBlock } from '../../types/api.ts'
import type { Change, RequestRow } from './requestRow.ts'

/** What blocks that share a row are, and why they are sent. */
export function describeGroup(blocks: readonly RequestBlock[], change: Change): Pick<RequestRow, 'title' | 'reason'> {
  if (change === 'removed') {
    return { title: requestText('group.removed'), reason: requestText('group.removedReason') }
  }
  switch (blocks[0]?.place) {
    case 'parameters':
      return { title: requestText('group.parameters'), reason: requestText('group.parametersReason') }
    case 'tools':
      return {
        title: requestText('group.tools'),
        reason: requestText('group.toolsReason', { count: blocks.length }),
      }
    case 'system':
      return { title: requestText('group.system'), reason: requestText('group.systemReason') }
    default:
      return { title: turnsTitle(blocks), reason: requestText('group.turnsReason') }
  }
}

function turnsTitle(blocks: readonly RequestBlock[]): string {
  const turns = blocks.flatMap(({ sections }) => sections.flatMap(({ turn }) => turn ?? []))
  const [from] = turns
  const to = turns.at(-1)
  if (from === undefined || to === undefined) return requestText('group.messages', { count: blocks.length })
  if (to === 0) return requestText('title.opening')
  const first = Math.max(1, from)
  return first === to ? requestText('group.turn', { from: first }) : requestText('group.turns', { from: first, to })
}
