import type { Scene } from '../scene/scene.ts'
import { contentWords } from '../words/contentWords.ts'
import { isDirection } from '../words/directions.ts'
import { isPassage } from '../words/passages.ts'
import { isVerb } from '../words/verbs.ts'
import { findSentence } from './findSubject.ts'
import type { Intent } from './intent.ts'
import type { PlayerInput } from './playerInput.ts'

/** A move that no exit fits: to a thing that is mentioned here, or to a place that the story does not connect. */
export function findBlockedMove({ stems, verbKinds: [kind] }: PlayerInput, scene: Scene): Intent | null {
  const nouns = stems.filter((word) => !isVerb(word) && !isDirection(word))
  if (stems.length < 2 || !(kind === 'travel' || nouns.some(isPassage))) return null
  const description = nouns.length > 0 && !namesPlace(nouns, scene) ? findSentence(nouns, scene) : undefined
  return description === undefined
    ? { kind: 'no-exit' }
    : { kind: 'not-a-place', subject: { id: '', name: '', description, isPerson: false } }
}

/** Whether an exit or the current place has the words in its name. */
function namesPlace(words: readonly string[], { options, place }: Scene): boolean {
  const exits = options.filter(({ kind }) => kind === 'exit')
  const names = [place?.name ?? '', ...exits.flatMap(({ label, name }) => [label ?? '', name ?? ''])]
  const known = new Set(names.flatMap(contentWords))
  return words.some((word) => known.has(word))
}
