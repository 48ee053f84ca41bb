/** The numbers of two ascending lists, ascending. */
export function union(one: readonly number[], other: readonly number[]): readonly number[] {
  if (other.length === 0) return one
  if (one.length === 0) return other
  return [...new Set([...one, ...other])].sort((a, b) => a - b)
}
