/**
 * The known name that was probably meant: at most two slips away (Damerau-Levenshtein),
 * one if either name has less than five letters. Among equally near ones the first.
 */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Infinity
  for (const name of known) {
    const allowed = Math.min(written.length, name.length) < 5 ? 1 : 2
    if (name === written || Math.abs(name.length - written.length) > allowed) continue
    const slips = countSlips(written, name, allowed)
    if (slips > allowed || slips >= least) continue
    best = name
    least = slips
  }
  return best
}

/** `Did you mean "x"?`, or the other sentence if no known name is near. */
export function didYouMean(written: string, known: Iterable<string>, otherwise: string): string {
  const meant = nearest(written, known)
  return meant === undefined ? otherwise : `Did you mean "${meant}"?`
}

/**
 * Letters added, dropped, replaced or swapped with their neighbour, none touched twice; `Infinity` beyond `most`.
 * So few are found sooner by trying than by filling a table: thousands of names are compared.
 */
function countSlips(from: string, to: string, most: number, start = 0, startTo = 0): number {
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
      countSlips(from, to, most - 1, at + 1, atTo + 1),
      countSlips(from, to, most - 1, at + 1, atTo),
      countSlips(from, to, most - 1, at, atTo + 1),
      isSwap ? countSlips(from, to, most - 1, at + 2, atTo + 2) : Infinity,
    )
  )
}
