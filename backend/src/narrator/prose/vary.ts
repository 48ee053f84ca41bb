import type { Scene } from '../scene/scene.ts'

/** One of several ways to say the same. Neighbouring turns differ; the same turn is always told alike. */
export function vary({ turn }: Pick<Scene, 'turn'>, purpose: string, variants: readonly [string, ...string[]]): string {
  return variants[(hash(purpose) + turn) % variants.length] ?? variants[0]
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return value
}
