import type { Change, RequestRow } from './requestRow.ts'

/** How many blocks differ from the request before. A block that is shown in several rows counts once. */
export function countChanges(rows: readonly RequestRow[]): Readonly<Record<Exclude<Change, 'same'>, number>> {
  const changes = new Map<string, Change>()
  for (const { items } of rows) {
    for (const { key, index, change } of items) {
      const block = index === null ? key : `block-${index}`
      const known = changes.get(block)
      if (known === undefined || known === 'same') changes.set(block, change)
      else if (change !== 'same' && change !== known) changes.set(block, 'changed')
    }
  }
  const count = (counted: Change): number => [...changes.values()].filter((change) => change === counted).length
  return { added: count('added'), changed: count('changed'), removed: count('removed') }
}
