import type { Entity, Gamebook, GamebookFunction } from '@llm-gamebook/story'

import { mapEntities } from './mapEntities.ts'

const cached = new WeakMap<Gamebook, Gamebook>()

/**
 * The gamebook without conditions for calls: each function can be called, and each exit, item and topic is open. What is
 * visible stays as it is. The same object each time.
 */
export function withoutConditions(gamebook: Gamebook): Gamebook {
  const known = cached.get(gamebook)
  if (known !== undefined) return known
  const opened = mapEntities(gamebook, open)
  const changed = { ...opened, functions: gamebook.functions.map(withoutGuard) }
  cached.set(gamebook, changed)
  return changed
}

const withoutGuard = (fn: GamebookFunction): GamebookFunction => ({ ...fn, enabled: null, otherwise: [] })

function open(entity: Entity): Entity {
  const { graphNode, item, container, speaker } = entity
  return {
    ...entity,
    functions: entity.functions.map(withoutGuard),
    ...(graphNode !== undefined && {
      graphNode: {
        ...graphNode,
        requires: null,
        otherwise: [],
        edges: graphNode.edges.map((edge) => ({ ...edge, enabled: null, otherwise: [] })),
      },
    }),
    ...(item !== undefined && { item: { ...item, portable: null } }),
    ...(container !== undefined && { container: { ...container, open: null, capacity: null } }),
    ...(speaker !== undefined && {
      speaker: { ...speaker, topics: speaker.topics.map((topic) => ({ ...topic, enabled: null })) },
    }),
  }
}
