import { isConstantExpression } from '../../expressions/syntax/isConstantExpression.ts'
import { findEntityType } from '../../gamebook/findEntityType.ts'
import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import type { Answers } from '../answers/answers.ts'
import { events } from '../programs/event.ts'
import type { Possibility } from '../verdict/verdict.ts'
import { absenceFinding, type FindFindings } from './findingContext.ts'

/** Finds people and things that players never see. A node that is never entered is another finding. */
export const findNeverVisible: FindFindings = (context) => {
  const { gamebook, locations, answers } = context
  const entities = [...gamebook.entities.values()].filter((entity) => isReportedIfNeverVisible(gamebook, entity))
  return entities.flatMap((entity) => {
    const message = `"${entity.id}" is never visible.`
    const hint = hintFor(answers, entity)
    const location = locations.key(entity.id, entity.described?.enabled == null ? 'held_by' : 'enabled')
    const possibility = isNeverVisible(answers, entity)
    return possibility === null
      ? []
      : absenceFinding(context, possibility, 'never-visible', location, { message, hint })
  })
}

/** Whether it is reported if it is never visible. Nothing shows a hidden type, and a place is where the player is. */
export function isReportedIfNeverVisible(gamebook: Gamebook, { graphNode, typeId }: Entity): boolean {
  return graphNode === undefined && findEntityType(gamebook, typeId)?.hidden !== true
}

/** The proof that an entity is never visible; null if there is none, or if another finding names the cause. */
export function isNeverVisible(answers: Answers, { id, secret, item, described }: Entity): Possibility | null {
  const enabled = described?.enabled ?? null
  if (!secret && item === undefined && enabled === null) return null
  if (enabled?.terms.every((term) => typeof term !== 'object' || isConstantExpression(term.root)) === true) return null
  const isNever = (event: string): boolean => answers.canHappen(event).kind === 'proven'
  if ((secret && isNever(events.revealed(id))) || (item !== undefined && isNever(events.held(id)))) return null
  const possibility = answers.canHappen(events.visible(id))
  return possibility.kind === 'proven' ? possibility : null
}

function hintFor(answers: Answers, { described }: Entity): string {
  const enabled = described?.enabled ?? null
  return enabled !== null && answers.conditionCanBe(enabled, true)?.kind !== 'shown'
    ? 'Fix its "enabled", or add something that makes it true.'
    : 'Put it where the player can be, or open what holds it.'
}
