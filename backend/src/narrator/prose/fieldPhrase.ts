import { formatNumber, trimCharacters } from '@llm-gamebook/story'

import type { FieldView } from '../understand/intent.ts'
import { joinAnd } from './list.ts'

/** A field in one phrase: "Nerve: 2 of 3.", "Wet to the skin." Empty for a false or empty field. */
export function fieldPhrase({ label, type, value, values, max }: FieldView): string {
  if (type === 'boolean') return value === true ? `${label}.` : ''
  if (values.length === 0) return ''
  return `${label}: ${joinItems(values)}${max === null ? '' : ` of ${formatNumber(max)}`}.`
}

/** The answer to a question about a field: also says that it is false or empty. */
export function fieldAnswer(field: FieldView): string {
  if (field.type === 'boolean') return `${field.label}: ${field.values[0] ?? 'no'}.`
  return fieldPhrase(field) || `${field.label}: nothing yet.`
}

/** The change of a field: "Nerve: down to 1.", "Notebook: aisle nineteen." Empty without a change. */
export function fieldChange(before: FieldView, after: FieldView): string {
  if (before.values.join('\n') === after.values.join('\n')) return ''
  switch (after.type) {
    case 'boolean':
      return after.value === true ? `${after.label}.` : `${after.label}: no longer.`
    case 'integer':
    case 'number':
      return `${after.label}: ${Number(after.value) < Number(before.value) ? 'down' : 'up'} to ${after.values[0] ?? ''}.`
    case 'list':
    case 'entities':
      return listChange(before, after)
    case 'text':
    case 'entity':
      return `${after.label}: ${joinItems(after.values)}.`
  }
}

function listChange({ values: before }: FieldView, { label, values: after }: FieldView): string {
  const added = after.filter((item) => !before.includes(item))
  if (added.length > 0) return `${label}: ${joinItems(added)}.`
  const removed = before.filter((item) => !after.includes(item))
  return removed.length === 0 ? '' : `${label}: no longer ${joinItems(removed)}.`
}

/** Uses semicolons if an item contains a comma. */
function joinItems(items: readonly string[]): string {
  const plain = items.map((item) => trimCharacters(item, /\./, 'end'))
  return plain.some((item) => item.includes(',')) ? plain.join('; ') : joinAnd(plain)
}
