import { findDeclaration, isComputedField } from '../../expressions/entityFields.ts'
import type { Constant, Shortcuts } from '../../expressions/scope.ts'
import { Computed } from '../../expressions/expression.ts'
import type { Entity } from '../../gamebook/gamebook.ts'
import { hasValue } from '../../state/stored.ts'
import { startValueOf } from '../../state/writableField.ts'
import type { World } from '../../state/world.ts'
import { countItems } from '../../traits/container/itemsIn.ts'
import { isCurrentNode } from '../../traits/graph/currentNode.ts'
import { isHeldBy } from '../../traits/item/holder.ts'
import type { Run } from './run.ts'

/** Asks narrow questions of a run: whether a graph is at this node, not where it is. */
export function shortcuts(run: Run): Shortcuts<World> {
  return {
    compareParameter: run.compareParameter,
    equals: (world, entity, field, value) => {
      if (field === 'current_node_id' && entity.graph !== undefined) {
        return typeof value === 'string' && isCurrentNode(world, entity, value)
      }
      if (field === 'held_by' && entity.item !== undefined) {
        return (typeof value === 'string' || value === null) && isHeldBy(world, entity, value)
      }
      return equalsField(run, world, entity, field, value)
    },
    includesItem: (world, container, value) => {
      if (container.container === undefined) return undefined
      const item = typeof value === 'string' ? world.gamebook.entities.get(value) : undefined
      return item !== undefined && isHeldBy(world, item, container.id)
    },
    countItems: (world, { id, container }) =>
      container !== undefined && run.context.counted.has(id) ? countItems(world, id) : undefined,
  }
}

/** Undefined for all but fields that hold one plain value. */
function equalsField(run: Run, world: World, entity: Entity, field: string, value: Constant): boolean | undefined {
  const { gamebook, state } = world
  if (isComputedField(gamebook, entity, field)) return undefined
  const start = startValueOf(gamebook, entity, field)
  if (start === undefined || start instanceof Computed || typeof start === 'boolean') return undefined
  const type = findDeclaration(gamebook, entity, field)?.type
  const isPlain = type === undefined || type === 'text' || type === 'integer' || type === 'number'
  if (!isPlain || typeof start === 'object' || run.isScaled(entity.id, field)) return undefined
  return hasValue(state, entity.id, field, start, value)
}
