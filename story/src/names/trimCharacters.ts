/**
 * Removes the characters that a pattern of one character matches from the ends of a text, or from its end only. Linear
 * in the length of the text, which /x+$/ is not.
 */
export function trimCharacters(text: string, pattern: RegExp, ends: 'both' | 'end' = 'both'): string {
  const characters = Array.from(text)
  let start = 0
  let end = characters.length
  while (end > start && pattern.test(characters[end - 1] ?? '')) end -= 1
  if (ends === 'both') while (start < end && pattern.test(characters[start] ?? '')) start += 1
  return end - start === characters.length ? text : characters.slice(start, end).join('')
}
