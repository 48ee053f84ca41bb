import type { Scene } from '../scene/scene.ts'

/** Picks one of several phrasings. Consecutive turns differ; a turn always gets the same one. */
export function vary({ turn }: Pick<Scene, 'turn'>, purpose: string, variants: readonly [string, ...string[]]): string {
  return variants[(hash(purpose) + turn) % variants.length] ?? variants[0]
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return value
}
