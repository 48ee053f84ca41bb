import type { Keys } from './key.ts'
import { BOOLEAN, definition, listOf, mappingOf, NULLABLE_TEXT, TEXT } from './shapes.ts'

export const entityTypeKeys: Keys = {
  name: { shape: TEXT, isRequired: true, text: 'The heading in the prompt.' },
  id: {
    shape: { type: 'string', pattern: '^[A-Z][A-Za-z0-9]*$' },
    text: 'Derived from the name if absent. Unique in the gamebook.',
  },
  instructions: {
    shape: NULLABLE_TEXT,
    text: 'Sent to the model. Without them, the type and its entities are not.',
  },
  hidden: { shape: BOOLEAN, default: false, text: 'Intentionally not sent to the model.' },
  traits: { shape: listOf(definition('trait')), text: 'What its entities can do.' },
  fields: { shape: mappingOf(definition('field')), text: 'Typed fields of its entities.' },
  entities: { shape: listOf(definition('entity')), isRequired: true, text: 'The entities of this type.' },
  triggers: { shape: listOf(definition('trigger')), text: 'Rules that run on their own.' },
}

/** Options of the trait `graph`; other traits have none. */
export const graphOptions: Keys = {
  node_type_id: { shape: TEXT, text: 'Graph: the type of its nodes.' },
}
