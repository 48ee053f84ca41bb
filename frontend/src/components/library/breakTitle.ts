const LONGEST_LINE = 15
const MOST_LINES = 5

/** Breaks a title into the lines of a drawn cover. */
export function breakTitle(title: string): string[] {
  const lines: string[] = []
  for (const word of title.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= LONGEST_LINE) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(shorten(word))
  }
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1] ?? ''} …`]
}

function shorten(word: string): string {
  return word.length <= LONGEST_LINE ? word : `${word.slice(0, LONGEST_LINE - 1)}…`
}
