import type { Entity } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import { storedValue } from '../state/stored.ts'
import { isTrueOrReport, type ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { isCurrentNode } from './graph/currentNode.ts'
import { holderOf } from './item/holder.ts'

/** Whether an entity is not secret, or was revealed in play. Nothing shows a hidden entity to model or player. */
export function isRevealed({ state }: World, { id, secret }: Entity): boolean {
  return !secret || storedValue(state, id, 'revealed') === true
}

/** Whether model and player may see an entity now. An item is visible only if its holder is visible, present and open. */
export function isVisible(world: World, entity: Entity, report: ReportFailure = ignore): boolean {
  return (
    isRevealedAndEnabled(world, entity, report) &&
    (entity.item === undefined || isHeldInSight(world, entity, report, 0))
  )
}

/** Whether an entity is visible and, for a node, current in a graph. */
export function isPresent(world: World, entity: Entity, report: ReportFailure = ignore): boolean {
  return isVisible(world, entity, report) && isCurrent(world, entity)
}

/** Visibility without regard to the holder of an item. */
export function isRevealedAndEnabled(world: World, entity: Entity, report: ReportFailure = ignore): boolean {
  return (
    isRevealed(world, entity) &&
    isTrueOrReport(world, entity.described?.enabled ?? null, `${entity.id}.enabled`, report)
  )
}

/** Whether the items of a container can be seen and taken. */
export function isOpen(world: World, { id, container }: Entity, report: ReportFailure = ignore): boolean {
  return container !== undefined && isTrueOrReport(world, container.open, `${id}.open`, report)
}

/** A saved state may contain a cycle of containers, whose items are never visible. */
const MAX_DEPTH = 64

function isHeldInSight(world: World, item: Entity, report: ReportFailure, depth: number): boolean {
  const holder = holderOf(world, item)
  if (holder === null || depth > MAX_DEPTH) return false
  return (
    isRevealedAndEnabled(world, holder, report) &&
    isCurrent(world, holder) &&
    isOpen(world, holder, report) &&
    (holder.item === undefined || isHeldInSight(world, holder, report, depth + 1))
  )
}

/** True for an entity that is not a node. */
function isCurrent(world: World, { id, graphNode }: Entity): boolean {
  if (graphNode === undefined) return true
  const graphs = indexOf(world.gamebook).graphsOfNode.get(id) ?? []
  return graphs.some((graph) => isCurrentNode(world, graph, id))
}

function ignore(): void {}
