import type { Entity } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import { storedValue } from '../state/stored.ts'
import { isTrueOrReport, type ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { currentNodeId } from './graph/currentNode.ts'
import { holderOf } from './item/holder.ts'

/** Not secret, or made known in play. What is not revealed is absent from all that a model or a player is told. */
export function isRevealed({ state }: World, { id, secret }: Entity): boolean {
  return !secret || storedValue(state, id, 'revealed') === true
}

/** Whether an entity may be told now: revealed, `enabled` where it is described, and an item only where its holder is to hand. */
export function isVisible(world: World, entity: Entity, report: ReportFailure = ignore): boolean {
  return (
    isRevealedAndEnabled(world, entity, report) &&
    (entity.item === undefined || isHeldInSight(world, entity, report, 0))
  )
}

/** Visible, and a node only while some graph stands there. */
export function isPresent(world: World, entity: Entity, report: ReportFailure = ignore): boolean {
  return isVisible(world, entity, report) && isCurrent(world, entity)
}

/** Revealed and enabled, whoever holds it. */
export function isRevealedAndEnabled(world: World, entity: Entity, report: ReportFailure = ignore): boolean {
  return (
    isRevealed(world, entity) &&
    isTrueOrReport(world, entity.described?.enabled ?? null, `${entity.id}.enabled`, report)
  )
}

/** Whether a container shows and gives what it holds. */
export function isOpen(world: World, { id, container }: Entity, report: ReportFailure = ignore): boolean {
  return container !== undefined && isTrueOrReport(world, container.open, `${id}.open`, report)
}

/** A saved state may hold a ring of containers, which nobody can look into. */
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

/** True of what is no node. */
function isCurrent(world: World, { id, graphNode }: Entity): boolean {
  if (graphNode === undefined) return true
  const graphs = indexOf(world.gamebook).graphsOfNode.get(id) ?? []
  return graphs.some((graph) => currentNodeId(world, graph) === id)
}

function ignore(): void {}
