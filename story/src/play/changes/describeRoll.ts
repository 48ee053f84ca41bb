import { formatNumber } from '../../expressions/evaluate/formatNumber.ts'
import type { Expression } from '../../expressions/expression.ts'
import { findDeclaration } from '../../expressions/entityFields.ts'
import type { Json } from '../../json.ts'
import type { RollRecord } from '../../state/receipt.ts'
import { labelOfAdded } from '../labelOfAdded.ts'
import type { ChangeNames } from './changeNames.ts'

/** What a roll belongs to: the check of a function, with what is added to the dice, or effects of a trigger or call. */
export type RollOrigin =
  | { readonly kind: 'check'; readonly add: number | Expression | null }
  | { readonly kind: 'trigger'; readonly id: string }
  | { readonly kind: 'call' }

/**
 * `The check of Nerve: 9 against 8, success`: in words, without dice.
 * @param args the payload of the roll
 */
export function describeRoll(names: ChangeNames, roll: RollRecord, args: Json, origin: RollOrigin): string {
  const { total, at_least: atLeast, success } = roll
  const subject = subjectOf(names, args, origin)
  if (atLeast === undefined) return `${subject}: ${formatNumber(total)}`
  return `${subject}: ${formatNumber(total)} against ${formatNumber(atLeast)}, ${success === true ? 'success' : 'failure'}`
}

function subjectOf(names: ChangeNames, args: Json, origin: RollOrigin): string {
  if (origin.kind === 'check') {
    const label = labelOfAdded(names.after, origin.add)
    return label === null ? 'The check' : `The check of ${label}`
  }
  return labelOfTotal(names, args) ?? nameOfOwner(names, origin) ?? 'A roll'
}

/** The label of the field that receives the total, of an entity the narrator knows. */
function labelOfTotal(names: ChangeNames, args: Json): string | null {
  if (typeof args !== 'object' || args === null || !('into' in args)) return null
  const { entity_id: id, into } = args
  const entity = typeof id === 'string' ? names.after.gamebook.entities.get(id) : undefined
  if (entity === undefined || typeof into !== 'string' || !names.isSent(entity)) return null
  const declaration = findDeclaration(names.after.gamebook, entity, into)
  return declaration?.tell === true ? declaration.label : null
}

/** The entity that a trigger belongs to: `sea#tide` is of the sea. */
function nameOfOwner(names: ChangeNames, origin: RollOrigin): string | null {
  if (origin.kind !== 'trigger') return null
  const entity = names.after.gamebook.entities.get(origin.id.split('#', 1)[0] ?? '')
  return entity === undefined || !names.isSent(entity) ? null : names.nameOf(entity)
}
