/** Whether a text is one digit, as a player types to choose a suggestion. */
export function isDigit(text: string): boolean {
  return text.length === 1 && text >= '0' && text <= '9'
}
