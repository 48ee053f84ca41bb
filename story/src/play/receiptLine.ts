import type { Receipt } from '../state/receipt.ts'
import type { World } from '../state/world.ts'
import { tellName } from '../traits/described/prompt.ts'
import { isVisible } from '../traits/visibility.ts'

/**
 * What the engine did, in one line for the player. A graph that is described itself is an arc or a thing whose
 * steps the player is to find out by the story, so its nodes are not named.
 * @param after the gamebook at the state that the receipt led to
 */
export function receiptLine(after: World, receipt: Receipt): string {
  if (receipt.result === 'failed') return 'A rule of this gamebook fails here.'
  if (receipt.result === 'refused') return receipt.reason ?? 'That cannot be done.'
  const move = receipt.changes.find((change) => change.field === 'current_node_id')
  if (move === undefined) return 'Nothing changed.'
  const graph = after.gamebook.entities.get(move.entity)
  const node = typeof move.after === 'string' ? after.gamebook.entities.get(move.after) : undefined
  if (graph === undefined || node?.described === undefined || graph.described !== undefined || !isVisible(after, node))
    return 'The story moved on.'
  return `You went to ${withArticle(tellName(after, node))}`
}

const DETERMINED = /^(home|the|a|an|my|your|our|his|her|their|this|that|no)\s|['’]s?\s/i

function withArticle(name: string): string {
  if (!DETERMINED.test(name)) return `the ${name}`
  return name.replace(/^(Home|The|An?|My|Your|Our|His|Her|Their|This|That|No)(?=\s)/, (word) => word.toLowerCase())
}
