/**
 * Whether two words differ by no more typos than their length allows: none below four letters, and in four letters not
 * another one in place of one, because that makes other words: "cost" is not "coat".
 */
export function isMisspelling(written: string, intended: string): boolean {
  const allowed = maxEdits(Math.min(written.length, intended.length))
  if (allowed === 0 || Math.abs(written.length - intended.length) > allowed) return false
  if (intended.length < 6 && written[0] !== intended[0] && written[0] !== intended[1]) return false
  if (written.length === 4 && intended.length === 4) return isSwapped(written, intended)
  return editDistance(written, intended) <= allowed
}

function isSwapped(written: string, intended: string): boolean {
  return editDistance(written, intended) <= 1 && sortedLetters(written) === sortedLetters(intended)
}

function sortedLetters(word: string): string {
  return Array.from(word).toSorted().join('')
}

function maxEdits(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/** Damerau-Levenshtein distance: letters added, omitted or replaced, or two adjacent ones swapped. */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, column - 2) + 1 : Infinity,
        ),
      )
    }
    beforeLast = last
    last = current
  }
  return at(last, right.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
