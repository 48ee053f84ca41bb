import { limits } from '../diagnostics/limits.ts'
import { report } from '../diagnostics/reporter.ts'
import type { KnownEntity, Scope } from '../resolve/scope.ts'

/** Reports items that hold each other, each ring once, and containers that lie too deep in others. */
export function checkContainment(scope: Scope): void {
  /** How many containers an entity lies in, itself included where it is one; infinite in a ring. */
  const depths = new Map<string, number>()
  for (const start of scope.entities.values()) {
    const way = new Map<string, KnownEntity>()
    let next: KnownEntity | undefined = start
    while (next !== undefined && !depths.has(next.id.value) && !way.has(next.id.value)) {
      way.set(next.id.value, next)
      next = holderOf(next, scope)
    }
    if (next !== undefined && way.has(next.id.value)) reportRing([...way.values()], next)
    let depth = next === undefined ? 0 : (depths.get(next.id.value) ?? Infinity)
    for (const known of [...way.values()].toReversed()) {
      if (known.entity.parts.container !== undefined) depth += 1
      if (known.entity.parts.container !== undefined && depth === limits.nestedContainers + 1) reportDepth(known)
      depths.set(known.id.value, depth)
    }
  }
}

function holderOf({ entity }: KnownEntity, { entities }: Scope): KnownEntity | undefined {
  const holder = entities.get(entity.parts.item?.heldBy?.value ?? '')
  return holder?.entity.parts.container === undefined ? undefined : holder
}

/** The way ends at the item that closes the ring. */
function reportRing(way: readonly KnownEntity[], first: KnownEntity): void {
  const last = way.at(-1) ?? first
  const ids = [...way.slice(way.indexOf(first)), first].map(({ id }) => id.value)
  const message = `These hold each other: ${ids.join(' → ')}.`
  report(placeOf(last), 'containment-cycle', message, 'Put one of them somewhere else.')
}

function reportDepth(known: KnownEntity): void {
  const message = `More than ${limits.nestedContainers} containers lie inside each other here.`
  report(placeOf(known), 'limit', message, 'Put this one somewhere else.')
}

function placeOf({ entity }: KnownEntity) {
  return entity.parts.item?.heldBy?.place ?? entity.place
}
