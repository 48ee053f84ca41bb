import type { Scene } from '../scene/scene.ts'
import { contentWords } from '../words/contentWords.ts'
import { areSynonyms } from '../words/synonyms.ts'
import type { Intent } from './intent.ts'
import type { PlayerInput } from './playerInput.ts'

/** "Do I still have the lamp?", "have I got a knife": whether the player carries it; null for any other message. */
export function findPossession({ all, isQuestion }: PlayerInput, { carried }: Scene): Intent | null {
  const thing = isQuestion ? POSSESSION.exec(all.join(' '))?.[1] : undefined
  const nouns = contentWords(thing ?? '')
  if (nouns.length === 0) return null
  const item = carried.find(({ name }) => {
    const head = contentWords(name).at(-1)
    return head !== undefined && nouns.some((noun) => noun === head || areSynonyms(noun, head))
  })
  return { kind: 'possession', item: item ?? null }
}

const POSSESSION =
  /^(?:do|have|am|did) i (?:still |already |even |not )?(?:have|got|carry|carrying|hold|holding|own|bring|take)(?: got)? (?:the|a|an|any|my|that|this|some|one)? ?((?!to\b)[\p{L}\p{N} ]+)$/u
