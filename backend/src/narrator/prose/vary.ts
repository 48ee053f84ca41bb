import type { Scene } from '../scene/scene.ts'

/**
 * Picks one of several phrasings: the same one for the same turn and message, and none that the last answers have,
 * while there are others.
 */
export function vary(
  { turn, message, recentTexts }: Pick<Scene, 'turn' | 'message' | 'recentTexts'>,
  purpose: string,
  variants: readonly [string, ...string[]],
): string {
  const start = (hash(`${purpose} ${message ?? ''}`) + turn) % variants.length
  const inTurn = [...variants.slice(start), ...variants.slice(0, start)]
  const isNew = (variant: string): boolean => !recentTexts.some((text) => text.includes(variant.replace('{name}', '')))
  return inTurn.find(isNew) ?? inTurn[0] ?? variants[0]
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return value
}
