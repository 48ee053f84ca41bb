import type { FieldDeclaration, Gamebook } from '../gamebook/gamebook.ts'
import { startValueOf } from './writableField.ts'

/** A field that the player is asked for before the first page. */
export interface StartQuestion {
  readonly entityId: string
  readonly field: string
  readonly declaration: FieldDeclaration
  /** The start value, which stays if the player answers nothing. */
  readonly suggestion: string
}

/** In the order of the file. A field whose start value is computed is not asked for, nor is one of a secret entity. */
export function listStartQuestions(gamebook: Gamebook): readonly StartQuestion[] {
  const known = questions.get(gamebook)
  if (known !== undefined) return known
  const listed = gamebook.entityTypes.flatMap(({ entities, fields }) => {
    const asked = [...fields].filter(([, { askAtStart }]) => askAtStart)
    return asked.length === 0
      ? []
      : entities.flatMap(({ id, secret }) => (secret ? [] : asked.flatMap((field) => ask(gamebook, id, field))))
  })
  questions.set(gamebook, listed)
  return listed
}

const questions = new WeakMap<Gamebook, readonly StartQuestion[]>()

function ask(
  gamebook: Gamebook,
  entityId: string,
  [field, declaration]: readonly [string, FieldDeclaration],
): readonly StartQuestion[] {
  const entity = gamebook.entities.get(entityId)
  const suggestion = entity && startValueOf(gamebook, entity, field)
  return typeof suggestion === 'string' ? [{ entityId, field, declaration, suggestion }] : []
}
