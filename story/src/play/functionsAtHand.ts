import type { Condition } from '../expressions/expression.ts'
import { constantsOf, elementsOf } from '../expressions/evaluate/constants.ts'
import type { Constant } from '../expressions/scope.ts'
import type { ComparisonNode, ExpressionNode } from '../expressions/syntax/syntax.ts'
import type { Entity, Gamebook, GamebookFunction } from '../gamebook/gamebook.ts'
import type { World } from '../state/world.ts'
import { currentNodeId } from '../traits/graph/currentNode.ts'

/**
 * The functions without those whose guard begins with the node of a graph, as in `map.current_node_id == 'cellar' and …`,
 * while the graph is at another node. Most functions of a large gamebook are of that kind.
 */
export function functionsAtHand(world: World): readonly GamebookFunction[] {
  const { gamebook, state, observe } = world
  // The checker wants to know all that is read.
  if (observe !== undefined || state.unknown !== undefined) return gamebook.functions
  const { graphs, bound } = placesOf(gamebook)
  if (graphs.length === 0) return gamebook.functions
  const current = graphs.map((graph) => currentNodeId(world, graph))
  return gamebook.functions.filter((_, index) => {
    const places = bound[index]
    return places === undefined || places.nodeIds.has(current[places.graph])
  })
}

interface PlacesOfFunctions {
  readonly graphs: readonly Entity[]
  /** At the index of a function: the nodes at which it can be offered, and the index of their graph. */
  readonly bound: readonly (undefined | { readonly graph: number; readonly nodeIds: NodeIds })[]
}

type NodeIds = ReadonlySet<Constant | undefined>

function placesOf(gamebook: Gamebook): PlacesOfFunctions {
  const known = placesByGamebook.get(gamebook)
  if (known !== undefined) return known
  const places = gamebook.functions.map(({ enabled }) => placesIn(gamebook, enabled))
  const graphs = [...new Set(places.flatMap((place) => place?.graph ?? []))]
  const bound = places.map((place) => place && { graph: graphs.indexOf(place.graph), nodeIds: place.nodeIds })
  const found = { graphs, bound }
  placesByGamebook.set(gamebook, found)
  return found
}

const placesByGamebook = new WeakMap<Gamebook, PlacesOfFunctions>()

/** The nodes at which a graph has to be. */
export interface NodeTest {
  readonly graph: Entity
  readonly nodeIds: NodeIds
}

/** Only the first part of a condition is always read, and reading the node of a graph can't fail. */
function placesIn(gamebook: Gamebook, condition: Condition | null): NodeTest | undefined {
  const [term] = condition?.terms ?? []
  const first = typeof term === 'object' ? firstConjunct(term.root) : null
  return first === null ? undefined : readNodeTest(gamebook, first)
}

/** What `map.current_node_id == 'cellar'` tests, or the same with `in`; undefined for any other part of a condition. */
export function readNodeTest(gamebook: Gamebook, part: ExpressionNode): NodeTest | undefined {
  if (part.kind !== 'comparison' || part.left.kind !== 'path') return undefined
  const { head, steps } = part.left
  const graph = gamebook.entities.get(head.name)
  if (graph?.graph === undefined || steps.length > 1 || steps[0]?.name !== 'current_node_id') return undefined
  const nodeIds = nodeIdsIn(part)
  return nodeIds && { graph, nodeIds: new Set(nodeIds) }
}

function nodeIdsIn({ operator, right }: ComparisonNode): readonly Constant[] | undefined {
  if (operator === '==') return constantsOf(right)
  return operator === 'in' ? elementsOf(right) : undefined
}

function firstConjunct(node: ExpressionNode): ExpressionNode | null {
  if (node.kind !== 'and') return node
  const [first] = node.operands
  return first === undefined ? null : firstConjunct(first)
}
