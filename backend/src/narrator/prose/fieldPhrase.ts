import type { FieldView } from '../understand/intent.ts'
import { joinAnd } from './list.ts'

/** How a field stands: "Nerve: 2 of 3.", "Wet to the skin." Empty for what is not so. */
export function fieldPhrase({ label, type, words, max }: FieldView): string {
  if (type === 'boolean') return words[0] === 'yes' ? `${label}.` : ''
  if (words.length === 0) return ''
  return `${label}: ${joinItems(words)}${max === null ? '' : ` of ${max}`}.`
}

/** The same for who asks: nothing is left out. */
export function fieldAnswer(field: FieldView): string {
  if (field.type === 'boolean') return `${field.label}: ${field.words[0] ?? 'no'}.`
  return fieldPhrase(field) || `${field.label}: nothing yet.`
}

/** What became of a field: "Nerve: down to 1.", "Notebook: aisle nineteen." Empty where nothing did. */
export function fieldChange(before: FieldView, after: FieldView): string {
  if (before.words.join('\n') === after.words.join('\n')) return ''
  switch (after.type) {
    case 'boolean':
      return after.words[0] === 'yes' ? `${after.label}.` : `${after.label}: no more.`
    case 'integer':
    case 'number':
      return `${after.label}: ${Number(after.words[0]) < Number(before.words[0]) ? 'down' : 'up'} to ${after.words[0] ?? ''}.`
    case 'list':
    case 'entities':
      return listChange(before, after)
    case 'text':
    case 'entity':
      return `${after.label}: ${joinItems(after.words)}.`
  }
}

function listChange({ words: before }: FieldView, { label, words: after }: FieldView): string {
  const added = after.filter((item) => !before.includes(item))
  if (added.length > 0) return `${label}: ${joinItems(added)}.`
  const gone = before.filter((item) => !after.includes(item))
  return gone.length === 0 ? '' : `${label}: no longer ${joinItems(gone)}.`
}

/** Items that hold commas are parted by more than one. */
function joinItems(items: readonly string[]): string {
  const plain = items.map((item) => item.replace(/[.]+$/, ''))
  return plain.some((item) => item.includes(',')) ? plain.join('; ') : joinAnd(plain)
}
