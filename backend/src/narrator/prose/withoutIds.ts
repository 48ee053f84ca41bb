/** The last guard before the player's eyes: whatever looks like an id is told as plain words. */
export function withoutIds(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])/gu, ' ')
}
