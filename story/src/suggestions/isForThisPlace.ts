import type { ExpressionNode } from '../expressions/syntax/syntax.ts'
import type { GamebookFunction } from '../gamebook/gamebook.ts'
import { readNodeTest } from '../play/functionsAtHand.ts'
import { placeGraphs } from '../play/placeGraphs.ts'
import type { World } from '../state/world.ts'
import { currentNodeId } from '../traits/graph/currentNode.ts'

/**
 * Whether the guard of a function names the player's place. Any other function would say, wherever the player is, what
 * there is to do elsewhere.
 */
export function isForThisPlace(world: World, { enabled }: GamebookFunction): boolean {
  const maps = placeGraphs(world.gamebook)
  const tests = (enabled?.terms ?? [])
    .flatMap((term) => (typeof term === 'object' ? conjunctsOf(term.root) : []))
    .flatMap((part) => readNodeTest(world.gamebook, part) ?? [])
    .filter(({ graph }) => maps.includes(graph))
  return tests.length > 0 && tests.every(({ graph, nodeIds }) => nodeIds.has(currentNodeId(world, graph)))
}

function conjunctsOf(node: ExpressionNode): readonly ExpressionNode[] {
  return node.kind === 'and' ? node.operands.flatMap(conjunctsOf) : [node]
}
