import { hasNarrations } from './hasNarrations.ts'
import type { Entity, EntityType, Gamebook, GamebookFunction } from './gamebook.ts'

/** Frequent lookups by name or kind. It is built once for each gamebook, because gamebooks never change. */
export interface GamebookIndex {
  readonly types: ReadonlyMap<string, EntityType>
  readonly functions: ReadonlyMap<string, GamebookFunction>
  /** The graphs that contain a node, by the id of the node. */
  readonly graphsOfNode: ReadonlyMap<string, readonly Entity[]>
  /** Each in the order of the file. */
  readonly graphs: readonly Entity[]
  readonly items: readonly Entity[]
  readonly containers: readonly Entity[]
  readonly clocks: readonly Entity[]
  readonly secrets: readonly Entity[]
  /** Whether the author has words for any moment of the story. */
  readonly hasNarrations: boolean
  readonly speakers: readonly Entity[]
}

export function indexOf(gamebook: Gamebook): GamebookIndex {
  const known = indexes.get(gamebook)
  if (known !== undefined) return known
  const index = makeIndex(gamebook)
  indexes.set(gamebook, index)
  return index
}

const indexes = new WeakMap<Gamebook, GamebookIndex>()

function makeIndex(gamebook: Gamebook): GamebookIndex {
  const entities = [...gamebook.entities.values()]
  const graphs = entities.filter(({ graph }) => graph !== undefined)
  return {
    types: new Map(gamebook.entityTypes.map((type) => [type.id, type])),
    functions: new Map(gamebook.functions.map((fn) => [fn.name, fn])),
    graphsOfNode: groupByNode(graphs),
    graphs,
    items: entities.filter(({ item }) => item !== undefined),
    containers: entities.filter(({ container }) => container !== undefined),
    clocks: entities.filter(({ clock }) => clock !== undefined),
    secrets: entities.filter(({ secret }) => secret),
    hasNarrations: hasNarrations(gamebook),
    speakers: entities.filter(({ speaker }) => speaker !== undefined),
  }
}

function groupByNode(graphs: readonly Entity[]): ReadonlyMap<string, readonly Entity[]> {
  const groups = new Map<string, Entity[]>()
  for (const entity of graphs) {
    for (const nodeId of entity.graph?.nodeIds ?? []) {
      const group = groups.get(nodeId)
      if (group === undefined) groups.set(nodeId, [entity])
      else group.push(entity)
    }
  }
  return groups
}
