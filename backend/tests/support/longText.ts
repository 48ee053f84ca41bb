/** A text of many characters that does not repeat itself. */
export function longText(characters: number): string {
  const words: string[] = []
  for (let length = 0; length < characters; length += words.at(-1)?.length ?? 0) words.push(`word ${words.length} `)
  return words.join('')
}
