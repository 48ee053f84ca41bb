/** Hides texts in a stream, however it is cut into pieces. */
export interface StreamFilter {
  /** What can be shown so far. An end that may be the start of a hidden text is held back. */
  write(piece: string): string
  /** What was held back. */
  end(): string
}

const HIDES_NOTHING: StreamFilter = { write: (piece) => piece, end: () => '' }

/** The texts are in lower case, and are hidden in any case. */
export function createStreamFilter(texts: readonly string[]): StreamFilter {
  if (texts.length === 0) return HIDES_NOTHING
  const longest = Math.max(0, ...texts.map(({ length }) => length))
  let held = ''
  return {
    write(piece) {
      const all = hideTexts(held + piece, texts)
      const shown = all.length - countHeld(foldCase(all.slice(-longest)), texts)
      held = all.slice(shown)
      return all.slice(0, shown)
    },
    end() {
      const rest = held
      held = ''
      return rest
    },
  }
}

export function hideTexts(text: string, texts: readonly string[]): string {
  if (!hasText(text, texts)) return text
  return texts.reduce((rest, hidden) => hideText(rest, hidden), text)
}

function hideText(text: string, hidden: string): string {
  const searched = foldCase(text)
  let shown = ''
  let from = 0
  for (let at = searched.indexOf(hidden); at !== -1; at = searched.indexOf(hidden, from)) {
    shown += `${text.slice(from, at)}…`
    from = at + hidden.length
  }
  return shown + text.slice(from)
}

function countHeld(end: string, texts: readonly string[]): number {
  for (let at = 0; at < end.length; at += 1) {
    const rest = end.slice(at)
    if (texts.some((text) => text.startsWith(rest))) return rest.length
  }
  return 0
}

/** Lower-cases only ASCII letters, because other letters may change their length. */
export const foldCase = (text: string): string => text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** Whether one of the texts, in lower case, is in another, in any case. */
export function hasText(text: string, texts: readonly string[]): boolean {
  const searched = foldCase(text)
  return texts.some((hidden) => searched.includes(hidden))
}
