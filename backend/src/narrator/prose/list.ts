/** "a, b or c". */
export function joinOr(items: readonly string[]): string {
  return join(items, ' or ')
}

/** "a, b and c". */
export function joinAnd(items: readonly string[]): string {
  return join(items, ' and ')
}

/** "a, b, or c": for phrases, where a bare "or" could be misread. */
export function joinPhrases(items: readonly string[]): string {
  return join(items, ', or ')
}

function join(items: readonly string[], last: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}${last}${items.at(-1) ?? ''}`
}
