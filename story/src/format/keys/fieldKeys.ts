import type { Keys } from './key.ts'
import { BOOLEAN, listOf, oneOf, TEXT, VALUE } from './shapes.ts'

export const fieldTypes = ['text', 'integer', 'number', 'boolean', 'list', 'entity', 'entities'] as const
export const boundBehaviors = ['clamp', 'refuse'] as const
export const questions = ['start'] as const
export const displays = ['hidden', 'text', 'bar', 'list', 'icon'] as const

/** The declaration of a field. */
export const fieldKeys: Keys = {
  type: { shape: oneOf(fieldTypes), isRequired: true, text: 'What the field holds.' },
  of: { shape: TEXT, text: 'The type that its entities must have.' },
  default: { shape: VALUE, text: 'The value of entities that set none.' },
  min: { shape: { type: 'number' }, text: 'The smallest number.' },
  max: { shape: { type: 'number' }, text: 'The largest number.' },
  values: { shape: listOf({ type: ['string', 'number'] }), text: 'The only values allowed.' },
  on_bound: { shape: oneOf(boundBehaviors), default: 'clamp', text: 'What state/add does at a limit.' },
  label: { shape: TEXT, text: 'What readers and the model call it.' },
  show: { shape: oneOf(displays), default: 'hidden', text: 'How the status panel shows it.' },
  tell: { shape: BOOLEAN, default: true, text: 'Whether it is sent to the model.' },
  ask: { shape: oneOf(questions), text: 'Asks the player for the value before the first page. Only for text fields.' },
  caption: {
    shape: TEXT,
    text: 'A sentence below its value in the status panel; {{ … }} inserts the value of an expression.',
  },
}
