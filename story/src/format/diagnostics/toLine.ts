/** Text from a file on one line, so it can't look like another line of the output. */
export function toLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
