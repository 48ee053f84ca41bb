import type { Entity } from '../../gamebook/gamebook.ts'
import type { ReportFailure } from '../../state/errorFallback.ts'
import type { World } from '../../state/world.ts'
import { renderName } from '../described/prompt.ts'
import { isVisible } from '../visibility.ts'
import { holderOf } from './holder.ts'

/** `Where`: the holder; empty if it has no name. */
export function itemFacts(world: World, item: Entity, report: ReportFailure): readonly string[] {
  const name = holderName(world, item, report)
  return name === null ? [] : [`- Where: ${name}`]
}

/** Null for an entity that is not an item, and for an item whose holder is not described or not visible. */
export function holderName(world: World, item: Entity, report: ReportFailure): string | null {
  const holder = item.item === undefined ? null : holderOf(world, item)
  if (holder?.described === undefined || !isVisible(world, holder, report)) return null
  return renderName(world, holder, report)
}
