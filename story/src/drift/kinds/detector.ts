import type { Spotted } from '../driftFinding.ts'
import type { Token } from '../sentences/prose.ts'
import type { Scene } from '../world/scene.ts'

/** Finds one kind of drift in an answer. */
export type Detector = (scene: Scene) => readonly Spotted[]

/** From the first to the last of some tokens. */
export function spanOf(tokens: readonly Token[], fact: string, about?: string): Spotted {
  const span = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, fact }
  return about === undefined ? span : { ...span, about }
}

/** Every match of a pattern in a text. */
export function spotAll(text: string, pattern: RegExp, fact: string): readonly Spotted[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, fact }))
}
