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
import { isVisible } from '../traits/visibility.ts'

/**
 * What the narrator is told of a call: one line for each roll and for each change of a current node, a holder,
 * a clock or a told field, those of the triggers included.
 * @param after the gamebook at the state that all of it led to
 */
export function describeChanges(after: World, receipts: readonly Receipt[]): readonly string[] {
  return receipts.filter(({ result }) => result === 'applied').flatMap((receipt) => tellRecord(after, receipt))
}

function tellRecord(
  after: World,
  { roll, changes, effects = [] }: Pick<EffectRecord, 'roll' | 'changes' | 'effects'>,
): readonly string[] {
  return [
    ...(roll === undefined ? [] : [tellRoll(roll)]),
    ...changes.flatMap((change) => tellChange(after, change)),
    ...effects.flatMap((effect) => tellRecord(after, effect)),
  ]
}

/** `2d6: 5, 2 + 2 = 9 against 8, success` */
function tellRoll({ roll, dice, add, total, at_least: atLeast, success }: RollRecord): string {
  const added = add === 0 ? '' : add < 0 ? ` - ${-add}` : ` + ${add}`
  const outcome = atLeast === undefined ? '' : ` against ${atLeast}, ${success === true ? 'success' : 'failure'}`
  return `${roll}: ${dice.join(', ')}${added} = ${total}${outcome}`
}

function tellChange(after: World, { entity: id, field, before, after: now }: ChangeRecord): readonly string[] {
  const entity = after.gamebook.entities.get(id)
  if (entity === undefined || !isInPrompt(after.gamebook, entity) || !isVisible(after, entity)) return []
  const words = wordsOfField(after, entity, field)
  return words === null
    ? []
    : [`${renderName(after, entity)}: ${words.label} ${words.tell(before)} → ${words.tell(now)}`]
}

/** Null for what is not told. */
function wordsOfField(
  after: World,
  entity: Entity,
  field: string,
): { label: string; tell: (value: Json) => string } | null {
  const { graph, item, clock } = entity
  if (graph !== undefined && field === 'current_node_id') return { label: 'Now', tell: (id) => nameById(after, id) }
  if (item !== undefined && field === 'held_by') return { label: 'Held by', tell: (id) => nameById(after, id) }
  if (clock !== undefined && field === 'minutes')
    return { label: 'Time', tell: (minutes) => formatTime(clock, Number(minutes)) }
  const declaration = findDeclaration(after.gamebook, entity, field)
  if (declaration?.tell !== true) return null
  const tell = (value: Json) =>
    withFallback(
      () => formatFieldValue(after, declaration, toValue(value)),
      '(error)',
      '',
      () => {},
    )
  return { label: declaration.label ?? field, tell }
}

/** The name, else the id; nothing of what is not visible but the id. */
function nameById(world: World, id: Json): string {
  const entity = typeof id === 'string' ? world.gamebook.entities.get(id) : undefined
  if (entity === undefined) return 'none'
  return entity.described === undefined || !isVisible(world, entity) ? entity.id : renderName(world, entity)
}
