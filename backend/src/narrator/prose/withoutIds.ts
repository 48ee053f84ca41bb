/** Replaces the underscores of anything that looks like an id with spaces, so the player never sees an id. */
export function withoutIds(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])/gu, ' ')
}
