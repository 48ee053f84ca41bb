import { formatNumber } from '../expressions/evaluate/formatNumber.ts'
import { findDeclaration } from '../expressions/entityFields.ts'
import type { Entity } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import type { ChangeRecord, EffectRecord, Receipt, RollRecord } from '../state/receipt.ts'
import { withFallback } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { formatTime } from '../traits/clock/time.ts'
import { renderName } from '../traits/described/prompt.ts'
import { isInPrompt } from '../traits/inPrompt.ts'
import { formatFieldValue, toValue } from '../traits/formatFieldValue.ts'
import { isRevealed, isVisible } from '../traits/visibility.ts'

/**
 * The facts of a call for the narrator: one line for each roll and for each change of a current node, a holder, a
 * clock or a field with `tell`, including the changes of triggers.
 * @param after the gamebook at the final state
 */
export function describeChanges(after: World, receipts: readonly Receipt[]): readonly string[] {
  return receipts.filter(({ result }) => result === 'applied').flatMap((receipt) => describeRecord(after, receipt))
}

function describeRecord(
  after: World,
  { roll, changes, effects = [] }: Pick<EffectRecord, 'roll' | 'changes' | 'effects'>,
): readonly string[] {
  return [
    ...(roll === undefined ? [] : [describeRoll(roll)]),
    ...changes.flatMap((change) => describeChange(after, change)),
    ...effects.flatMap((effect) => describeRecord(after, effect)),
  ]
}

/** `2d6 (5, 2) + 2 = 9 vs. 8: success` */
function describeRoll({ roll, dice, add, total, at_least: atLeast, success }: RollRecord): string {
  const added = add === 0 ? '' : add < 0 ? ` - ${formatNumber(-add)}` : ` + ${formatNumber(add)}`
  const outcome =
    atLeast === undefined ? '' : ` vs. ${formatNumber(atLeast)}: ${success === true ? 'success' : 'failure'}`
  return `${roll} (${dice.join(', ')})${added} = ${formatNumber(total)}${outcome}`
}

function describeChange(after: World, { entity: id, field, before, after: now }: ChangeRecord): readonly string[] {
  const entity = after.gamebook.entities.get(id)
  if (entity === undefined || !isInPrompt(after.gamebook, entity) || !isVisible(after, entity)) return []
  const format = fieldFormat(after, entity, field)
  if (format === null) return []
  return [`${renderName(after, entity)}: ${format.label} ${format.value(before)} → ${format.value(now)}`]
}

interface FieldFormat {
  readonly label: string
  readonly value: (value: Json) => string
}

/** Null for a field that is not sent to the narrator. */
function fieldFormat(after: World, entity: Entity, field: string): FieldFormat | null {
  const { graph, item, clock } = entity
  const nameOf = (id: Json): string => nameById(after, id)
  if (graph !== undefined && field === 'current_node_id') return { label: 'Now', value: nameOf }
  if (item !== undefined && field === 'held_by') return { label: 'Held by', value: nameOf }
  if (clock !== undefined && field === 'minutes')
    return { label: 'Time', value: (minutes) => formatTime(clock, Number(minutes)) }
  const declaration = findDeclaration(after.gamebook, entity, field)
  if (declaration?.tell !== true) return null
  const format = (value: Json) =>
    withFallback(
      () => formatFieldValue(after, declaration, toValue(value)),
      '(error)',
      '',
      () => {},
    )
  return { label: declaration.label ?? field, value: format }
}

/** The id replaces the name of an entity that is not described or not visible; a hidden one has neither. */
function nameById(world: World, id: Json): string {
  const entity = typeof id === 'string' ? world.gamebook.entities.get(id) : undefined
  if (entity === undefined) return 'none'
  if (!isRevealed(world, entity)) return 'unknown'
  return entity.described === undefined || !isVisible(world, entity) ? entity.id : renderName(world, entity)
}
