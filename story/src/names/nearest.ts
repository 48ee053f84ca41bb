/**
 * The known name that was probably meant: at most two edits away (Damerau-Levenshtein), or one if either name has
 * fewer than five letters. The first of equally near names wins.
 */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Infinity
  for (const name of known) {
    const allowed = Math.min(written.length, name.length) < 5 ? 1 : 2
    if (name === written || Math.abs(name.length - written.length) > allowed) continue
    const edits = countEdits(written, name, allowed)
    if (edits > allowed || edits >= least) continue
    best = name
    least = edits
  }
  return best
}

/** `Did you mean "x"?`, or the other sentence if no known name is near. */
export function didYouMean(written: string, known: Iterable<string>, otherwise: string): string {
  const meant = nearest(written, known)
  return meant === undefined ? otherwise : `Did you mean "${meant}"?`
}

/**
 * Counts letters that were added, dropped, replaced or swapped with their neighbor; `Infinity` beyond `most`. For so
 * few edits, trying them is faster than filling a table, and thousands of names are compared.
 */
function countEdits(from: string, to: string, most: number, start = 0, startTo = 0): number {
  let at = start
  let atTo = startTo
  while (at < from.length && from[at] === to[atTo]) {
    at += 1
    atTo += 1
  }
  const left = from.length - at
  const leftTo = to.length - atTo
  if (Math.abs(left - leftTo) > most) return Infinity
  if (left === 0 || leftTo === 0) return Math.max(left, leftTo)
  if (most === 0) return Infinity
  const isSwap = from[at] === to[atTo + 1] && from[at + 1] === to[atTo]
  return (
    1 +
    Math.min(
      countEdits(from, to, most - 1, at + 1, atTo + 1),
      countEdits(from, to, most - 1, at + 1, atTo),
      countEdits(from, to, most - 1, at, atTo + 1),
      isSwap ? countEdits(from, to, most - 1, at + 2, atTo + 2) : Infinity,
    )
  )
}
