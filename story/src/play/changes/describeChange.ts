import { isList } from '../../expressions/kindOf.ts'
import { findDeclaration } from '../../expressions/entityFields.ts'
import type { Value } from '../../expressions/expression.ts'
import type { Entity, FieldDeclaration } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { ChangeRecord } from '../../state/receipt.ts'
import { withFallback } from '../../state/errorFallback.ts'
import type { World } from '../../state/world.ts'
import { formatTime } from '../../traits/clock/time.ts'
import { formatFieldValue, toValue } from '../../traits/formatFieldValue.ts'
import { isInPrompt } from '../../traits/inPrompt.ts'
import { isRevealed, isVisible } from '../../traits/visibility.ts'
import { placeGraphs } from '../placeGraphs.ts'
import { nameIn, type ChangeNames } from './changeNames.ts'

/** One line about a current node, a holder, a clock, a reveal or a field with `tell`; null for any other change. */
export function describeChange(names: ChangeNames, change: ChangeRecord): string | null {
  const { entity: id, field, before, after: now } = change
  const entity = names.after.gamebook.entities.get(id)
  if (entity === undefined) return null
  if (entity.item !== undefined && field === 'held_by') return describeHolder(names, entity, change)
  if (entity.graph !== undefined && field === 'current_node_id') return describeMove(names, entity, change)
  if (!names.isSent(entity)) return null
  if (field === 'revealed') return describeReveal(names, entity, now)
  const { clock } = entity
  if (clock !== undefined && field === 'minutes') {
    const [from, to] = [before, now].map((minutes) => formatTime(clock, Number(minutes)))
    return `${names.nameOf(entity) ?? 'Time'}: ${from} → ${to}`
  }
  const declaration = findDeclaration(names.after.gamebook, entity, field)
  return declaration?.tell === true ? describeField(names, entity, declaration, change) : null
}

/** The nodes stay unnamed where the narrator doesn't know them. A map that is hidden can have places that are not. */
function describeMove(names: ChangeNames, graph: Entity, { before, after: now }: ChangeRecord): string | null {
  const isMap = placeGraphs(names.after.gamebook).includes(graph)
  const isSent = names.isSent(graph)
  if (!isSent && !(isMap && names.isVisible(graph))) return null
  const [from, to] = [nodeName(names.before, before, isSent), nodeName(names.after, now, isSent)]
  const isOnlyMap = isMap && placeGraphs(names.after.gamebook).length === 1
  const subject = isOnlyMap ? 'Place' : names.subjectOf(graph)
  if (to === null) return isMap ? 'On to another place.' : `${subject} moves on.`
  return from === null ? `${subject}: now ${to}` : `${subject}: ${from} → ${to}`
}

function nodeName(world: World, id: Json, isGraphSent: boolean): string | null {
  const node = typeof id === 'string' ? world.gamebook.entities.get(id) : undefined
  if (node === undefined || !(isGraphSent || isInPrompt(world.gamebook, node))) return null
  return nameIn(world, node)
}

/** Items are named wherever their holder is, whether or not their type is in the prompt. */
function describeHolder(names: ChangeNames, item: Entity, { before, after: now }: ChangeRecord): string | null {
  const name = names.nameOf(item)
  if (name === null) return null
  const [from, to] = [before, now].map((id) => {
    const holder = typeof id === 'string' ? names.after.gamebook.entities.get(id) : undefined
    return holder === undefined ? null : names.nameOf(holder)
  })
  if (from == null) return to == null ? `${name}: in another place` : `${name}: now with ${to}`
  return to == null ? `${name}: no longer with ${from}` : `${name}: from ${from} to ${to}`
}

function describeReveal({ after, nameOf }: ChangeNames, entity: Entity, now: Json): string | null {
  const name = nameOf(entity)
  return now === true && name !== null && isVisible(after, entity) ? `${name}: known now` : null
}

/** `Nerve of Ada: 2 → 1`; of a list, what was added or removed. Null if only hidden entities differ. */
function describeField(
  names: ChangeNames,
  entity: Entity,
  declaration: FieldDeclaration,
  { field, before, after: now }: ChangeRecord,
): string | null {
  const label = declaration.label ?? field.replaceAll('_', ' ')
  const name = names.nameOf(entity)
  const isYesOrNo = declaration.type === 'boolean'
  const subject = name === null ? label : isYesOrNo ? `${name}: ${label}` : `${label} of ${name}`
  const old = knownPart(names.after, declaration, toValue(before))
  const value = knownPart(names.after, declaration, toValue(now))
  if (JSON.stringify(old) === JSON.stringify(value)) return null
  const [removed, added] = [without(old, value), without(value, old)]
  if (removed !== null && added !== null && (removed.length === 0) !== (added.length === 0)) {
    const what = added.length > 0 ? 'added' : 'removed'
    return `${subject}: ${what} ${format(names.after, declaration, added.length > 0 ? added : removed)}`
  }
  return `${subject}: ${format(names.after, declaration, old)} → ${format(names.after, declaration, value)}`
}

/** Without the ids of hidden entities. */
function knownPart(world: World, { type }: FieldDeclaration, value: Value): Value {
  if (type !== 'entity' && type !== 'entities') return value
  const isKnown = (element: Value): boolean => {
    const entity = typeof element === 'string' ? world.gamebook.entities.get(element) : undefined
    return entity !== undefined && isRevealed(world, entity)
  }
  if (isList(value)) return value.filter(isKnown)
  return isKnown(value) ? value : null
}

/** The elements of a list that another list lacks; null if one of them is no list. */
function without(value: Value, other: Value): readonly Value[] | null {
  if (!isList(value) || !isList(other)) return null
  const known = new Set(other)
  return value.filter((element) => !known.has(element))
}

function format(world: World, declaration: FieldDeclaration, value: Value): string {
  const text = isList(value)
    ? value.map((element) => formatOne(world, declaration, element)).join(', ')
    : formatOne(world, declaration, value)
  return text.length <= MAX_VALUE ? text || 'none' : `${text.slice(0, MAX_VALUE)}…`
}

/** Longer values stand in the state of the turn. */
const MAX_VALUE = 300

/** An entity that is not described has only an id. */
function formatOne(world: World, declaration: FieldDeclaration, value: Value): string {
  const isEntity = declaration.type === 'entity' || declaration.type === 'entities'
  const entity = isEntity && typeof value === 'string' ? world.gamebook.entities.get(value) : undefined
  if (entity !== undefined && entity.described === undefined) return 'something'
  return withFallback(
    () => formatFieldValue(world, declaration, value),
    '(error)',
    '',
    () => {},
  )
}
