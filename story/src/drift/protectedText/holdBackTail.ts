import { TextReader, type ProtectedMatch, type ProtectedTexts } from './textReader.ts'

/** What can be shown of a text that arrives in pieces. */
export interface HeldText {
  /** The next part of the text that can be shown. */
  readonly shown: string
  /** Where a protected text begins and ends in the whole text; nothing is shown from there on. */
  readonly match: ProtectedMatch | null
}

export interface TailHolder {
  readonly push: (piece: string) => HeldText
  /** Shows what was held back, unless the text ends with a protected one. */
  readonly end: () => HeldText
}

/**
 * Holds back the longest end of a text that could begin a protected text, at most 64 characters, and shows the rest at
 * once. What is shown does not depend on how the text is cut into pieces.
 */
export function holdBackTail(texts: ProtectedTexts): TailHolder {
  const reader = new TextReader(texts)
  let tail = ''
  let shownTo = 0
  let match: ProtectedMatch | null = null

  const show = (to: number): HeldText => {
    const shown = tail.slice(0, to - shownTo)
    tail = tail.slice(shown.length)
    shownTo += shown.length
    return { shown, match }
  }

  return {
    push(piece) {
      if (match !== null) return { shown: '', match }
      tail += piece
      for (let index = 0; index < piece.length && match === null; index += 1) match = reader.read(piece[index] ?? '')
      return show(match === null ? reader.held : match.start)
    },
    end() {
      if (match !== null) return { shown: '', match }
      match = reader.end()
      return show(match === null ? shownTo + tail.length : match.start)
    },
  }
}

/** Every protected text in a whole text, in order, as `holdBackTail` finds them. */
export function findProtected(texts: ProtectedTexts, text: string): readonly ProtectedMatch[] {
  const reader = new TextReader(texts)
  const matches: ProtectedMatch[] = []
  for (let index = 0; index < text.length; index += 1) {
    const match = reader.read(text[index] ?? '')
    if (match !== null) matches.push(match)
  }
  const last = reader.end()
  return last === null ? matches : [...matches, last]
}
