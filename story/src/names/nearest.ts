/**
 * The known name that was probably meant: at most two edits away (Damerau-Levenshtein), or one if either name has
 * fewer than five letters. The first of equally near names wins. A name that differs only in capitals, in what is
 * between its words, or as a plural wins over all.
 */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Infinity
  const plain = simplify(written)
  for (const name of known) {
    if (isSpelledLike(name, written) && simplify(name) === plain) return name
    const allowed = Math.min(written.length, name.length) < 5 ? 1 : 2
    if (name === written || Math.abs(name.length - written.length) > allowed) continue
    const edits = countEdits(written, name, allowed)
    if (edits > allowed || edits >= least) continue
    best = name
    least = edits
  }
  return best
}

/** Rules out most names before they are compared letter by letter. */
function isSpelledLike(name: string, written: string): boolean {
  return (
    name !== written &&
    Math.abs(name.length - written.length) <= MOST_ADDED &&
    name.charAt(0).toLowerCase() === written.charAt(0).toLowerCase()
  )
}

const MOST_ADDED = 4

/** Without capitals, what is between words, and the ending of a plural. */
function simplify(name: string): string {
  if (name.length > LONGEST) return name
  return name
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '')
    .replace(/ies$/, 'y')
    .replace(/s$/, '')
}

const LONGEST = 64

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
