export interface Match {
  readonly start: number
  readonly end: number
}

/** Where a text contains another, ignoring case and accents. */
export function findMatches(text: string, searched: string): readonly Match[] {
  const { folded: needle } = foldWithPositions(searched.trim())
  if (needle === '') return []
  const { folded, starts } = foldWithPositions(text)
  const matches: Match[] = []
  let index = folded.indexOf(needle)
  while (index !== -1) {
    const end = index + needle.length
    matches.push({ start: starts[index] ?? 0, end: starts[end] ?? text.length })
    index = folded.indexOf(needle, end)
  }
  return matches
}

/** A folded text, and where each of its characters was. */
function foldWithPositions(text: string): { readonly folded: string; readonly starts: readonly number[] } {
  const starts: number[] = []
  let folded = ''
  let position = 0
  for (const character of text) {
    const added = fold(character)
    for (let count = 0; count < added.length; count++) starts.push(position)
    folded += added
    position += character.length
  }
  return { folded, starts }
}

function fold(character: string): string {
  if (character < FIRST_BEYOND_ASCII) return character.toLowerCase()
  return character.normalize('NFD').replace(MARKS, '').toLowerCase()
}

const FIRST_BEYOND_ASCII = '\u0080'
const MARKS = /\p{M}/gu
