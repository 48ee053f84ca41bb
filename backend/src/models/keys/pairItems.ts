import type { Json } from '../../json.ts'

/**
 * The stored item of each item of a list whose secrets are masked: the one that looks the same with its secrets masked,
 * or, if the list has its old length, the one at the same place. No stored item is used twice.
 */
export function pairItems(
  items: readonly Json[],
  stored: readonly Json[],
  mask: (item: Json) => Json,
): readonly (Json | undefined)[] {
  const looks = stored.map((item) => JSON.stringify(mask(item)))
  const isFree = stored.map(() => true)
  const take = (at: number): number => {
    isFree[at] = false
    return at
  }
  const isAlike = (item: string, at: number): boolean => isFree[at] === true && looks[at] === item
  const alike = items.map((item, at) => {
    const look = JSON.stringify(item)
    const found = isAlike(look, at) ? at : looks.findIndex((_, other) => isAlike(look, other))
    return found === -1 ? null : take(found)
  })
  const isSameLength = items.length === stored.length
  return alike.map((found, at) => stored[found ?? (isSameLength && isFree[at] === true ? take(at) : -1)])
}
