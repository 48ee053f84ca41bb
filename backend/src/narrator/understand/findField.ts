import type { Scene } from '../scene/scene.ts'
import { contentWords } from '../words/contentWords.ts'
import type { FieldView } from './intent.ts'
import type { PlayerInput } from './playerInput.ts'

/** The field that a message asks about: "how many coins do I have", "check my notebook". */
export function findField(
  { all, stems, isQuestion, verbKinds }: PlayerInput,
  { playerCharacter }: Scene,
): FieldView | null {
  const isAsked = isQuestion || stems.length === 1 || verbKinds[0] === 'look' || all[0] === 'my'
  if (playerCharacter === null || !isAsked || stems.length > MAX_STEMS) return null
  return playerCharacter.fields.find(({ label }) => isNamed(contentWords(label), stems)) ?? null
}

/** A longer message asks for more than the value of a field. */
const MAX_STEMS = 4

function isNamed(label: readonly string[], stems: readonly string[]): boolean {
  return label.length > 0 && label.slice(0, 2).some((word) => stems.includes(word))
}
