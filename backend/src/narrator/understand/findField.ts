import type { Scene } from '../scene/scene.ts'
import { contentWords } from '../words/contentWords.ts'
import { isVerb } from '../words/verbs.ts'
import { areSynonyms } from '../words/synonyms.ts'
import type { FieldView } from './intent.ts'
import type { PlayerInput } from './playerInput.ts'

/** The field that a message asks about: "how many coins do I have", "check my notebook". */
export function findField(
  { all, stems, isQuestion, verbKinds }: PlayerInput,
  { playerCharacter }: Scene,
): FieldView | null {
  const isAsked = isQuestion || stems.length === 1 || verbKinds[0] === 'look' || all[0] === 'my' || all[0] === 'count'
  if (playerCharacter === null || !isAsked || stems.length > MAX_STEMS) return null
  const isOwn = isQuestion || all.includes('my')
  return playerCharacter.fields.find(({ label }) => isNamed(contentWords(label), stems, isOwn)) ?? null
}

/** A longer message asks for more than the value of a field. */
const MAX_STEMS = 4

/** A book that is looked at is not the notebook, but "how much money" asks for the coins. */
function isNamed(label: readonly string[], stems: readonly string[], isOwn: boolean): boolean {
  return label
    .slice(0, 2)
    .some((word) => stems.some((other) => word === other || (isOwn && !isVerb(other) && areSynonyms(word, other))))
}
