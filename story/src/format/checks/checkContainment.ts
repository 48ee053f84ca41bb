import { limits } from '../diagnostics/limits.ts'
import { report } from '../diagnostics/reporter.ts'
import type { KnownEntity, Scope } from '../resolve/scope.ts'

/** Reports items that contain each other, each cycle once, and containers that are nested too deep. */
export function checkContainment(scope: Scope): void {
  /** How many containers an entity is in, itself included if it is one; infinite in a cycle. */
  const depths = new Map<string, number>()
  for (const start of scope.entities.values()) {
    const chain = new Map<string, KnownEntity>()
    let next: KnownEntity | undefined = start
    while (next !== undefined && !depths.has(next.id.value) && !chain.has(next.id.value)) {
      chain.set(next.id.value, next)
      next = holderOf(next, scope)
    }
    if (next !== undefined && chain.has(next.id.value)) reportCycle([...chain.values()], next)
    let depth = next === undefined ? 0 : (depths.get(next.id.value) ?? Infinity)
    for (const known of [...chain.values()].toReversed()) {
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

/** The chain ends at the item that closes the cycle. */
function reportCycle(chain: readonly KnownEntity[], first: KnownEntity): void {
  const last = chain.at(-1) ?? first
  const ids = [...chain.slice(chain.indexOf(first)), first].map(({ id }) => id.value)
  const message = `These contain each other: ${ids.join(' → ')}.`
  report(locationOf(last), 'containment-cycle', message, 'Move one of them somewhere else.')
}

function reportDepth(known: KnownEntity): void {
  const message = `More than ${limits.nestedContainers} containers are nested here.`
  report(locationOf(known), 'limit', message, 'Move this one somewhere else.')
}

function locationOf({ entity }: KnownEntity) {
  return entity.parts.item?.heldBy?.location ?? entity.location
}
