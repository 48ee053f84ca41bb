import { report } from '../../reading/reporter.ts'
import type { KnownEntity, Scope } from '../resolve/scope.ts'

/** Reports items that hold each other: each ring once. */
export function checkContainment({ entities }: Scope): void {
  const checked = new Set<string>()
  for (const start of entities.values()) {
    const way: string[] = []
    let item: KnownEntity = start
    while (!checked.has(item.id.value)) {
      checked.add(item.id.value)
      way.push(item.id.value)
      const holderId: string = item.entity.parts.item?.heldBy?.value ?? ''
      const holder = entities.get(holderId)
      if (holder?.entity.parts.container === undefined) break
      if (way.includes(holderId)) reportRing(item, [...way.slice(way.indexOf(holderId)), holderId])
      item = holder
    }
  }
}

function reportRing({ entity }: KnownEntity, ring: readonly string[]): void {
  const place = entity.parts.item?.heldBy?.place ?? entity.place
  report(place, 'containment-cycle', `These hold each other: ${ring.join(' → ')}.`, 'Put one of them somewhere else.')
}
