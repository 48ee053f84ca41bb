import { findHandling } from '../actions/findAction.ts'
import { authoredText } from '../gamebook/authoredText.ts'
import { findDeclaration } from '../expressions/entityFields.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import { findEntityType } from '../gamebook/findEntityType.ts'
import type { Entity, Gamebook } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { nameInSentence, whereInSentence } from '../names/nameInSentence.ts'
import type { ChangeRecord } from '../state/receipt.ts'
import { withFallback } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { timeOfDayAt } from '../traits/clock/time.ts'
import { renderName } from '../traits/described/prompt.ts'
import { formatFieldValue, toValue } from '../traits/formatFieldValue.ts'
import { isRevealed, isVisible } from '../traits/visibility.ts'
import { enteredPlace } from './enteredPlace.ts'
import { findInventories } from './findInventories.ts'

/** A change in the player's receipt line; null for a change that stays hidden from the player. */
export function formatChange(after: World, action: string, change: ChangeRecord): string | null {
  const { entity: id, field, before, after: now } = change
  const entity = after.gamebook.entities.get(id)
  if (entity === undefined || !isRevealed(after, entity)) return null
  if (entity.graph !== undefined && field === 'current_node_id') return formatMove(after, change)
  if (entity.item !== undefined && field === 'held_by') return formatHandling(after, action, entity, change)
  if (entity.clock !== undefined && field === 'minutes') return `it is now ${timeOfDayAt(entity.clock, Number(now))}`
  return formatField(after, entity, field, before, now)
}

/** Nodes of a graph that is not a map stay unnamed: the story reveals them, in its author's words if it has any. */
function formatMove(after: World, change: ChangeRecord): string | null {
  const place = enteredPlace(after, change)
  if (place === null) return indexOf(after.gamebook).hasNarrations ? null : 'The story moved on.'
  return `You went ${whereInSentence(renderName(after, place), authoredText(after.gamebook))}`
}

/** Null for an item that was not in the player's inventory before or after. */
function formatHandling(
  after: World,
  action: string,
  item: Entity,
  { before, after: holderId }: ChangeRecord,
): string | null {
  const handling = findHandling(action)
  if (handling === null || item.described === undefined) return null
  const playerSide = handling.from === 'elsewhere' ? holderId : before
  if (!findInventories(after).some(({ id }) => id === playerSide)) return null
  const texts = authoredText(after.gamebook)
  const holder = typeof holderId === 'string' ? after.gamebook.entities.get(holderId) : undefined
  const holderName =
    holder?.described === undefined || !isVisible(after, holder)
      ? null
      : nameInSentence(renderName(after, holder), texts)
  return handling.receipt(nameInSentence(renderName(after, item), texts), holderName)
}

/** Null for a field without a label, and for one that neither the status panel nor the narrator receives. */
function formatField(after: World, entity: Entity, field: string, before: Json, now: Json): string | null {
  const declaration = findDeclaration(after.gamebook, entity, field)
  if (declaration === undefined || !isVisible(after, entity)) return null
  const { label, show, tell } = declaration
  if (label === null || (show === 'hidden' && !tell)) return null
  const format = (value: Json) =>
    withFallback(
      () => formatFieldValue(after, declaration, toValue(value)),
      '(error)',
      '',
      () => {},
    )
  const name =
    isOneOfSeveral(after.gamebook, entity) && entity.described !== undefined ? `${renderName(after, entity)}: ` : ''
  if (declaration.type === 'boolean') return `${name}${label}: ${format(now)}`
  const added = isJsonList(before) && isJsonList(now) ? now.filter((item) => !before.includes(item)) : []
  return added.length > 0 ? `${name}${label}: ${format(added)}` : `${name}${label} ${format(before)} → ${format(now)}`
}

function isOneOfSeveral(gamebook: Gamebook, { typeId }: Entity): boolean {
  return (findEntityType(gamebook, typeId)?.entities.length ?? 0) > 1
}

function isJsonList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
