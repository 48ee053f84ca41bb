import { actionNames } from '../../actions/findAction.ts'
import type { Json } from '../../json.ts'
import {
  commonEntityKeys,
  edgeKeys,
  endingKeys,
  expectationKeys,
  promiseKeys,
  reasonKeys,
  topicKeys,
  traitKeys,
} from '../keys/entityKeys.ts'
import { entityTypeKeys, graphOptions } from '../keys/entityTypeKeys.ts'
import { fieldKeys, fieldTypes } from '../keys/fieldKeys.ts'
import { functionKeys, parameterKeys, parameterTypes, triggerKeys } from '../keys/functionKeys.ts'
import { gamebookKeys, goalKeys, ignoredKeys, invariantKeys, promptSections } from '../keys/gamebookKeys.ts'
import { namesOf } from '../keys/key.ts'
import { ACTION_NAME, anyOf, BOOLEAN, listOf, NULLABLE_TEXT, oneOf, TEXT } from '../keys/shapes.ts'
import { effectSchema, rollSchema } from './effectSchema.ts'
import { closedObject, properties } from './objects.ts'

/**
 * The JSON Schema (draft 7) of `llm-gamebook.yaml`, by which editors complete and check while an author types. It
 * describes shapes; only the reader knows what an id refers to.
 */
export function gamebookSchema(): Json {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A gamebook (llm-gamebook.yaml)',
    ...closedObject({ ...gamebookKeys, ...ignoredKeys }),
    definitions: {
      prompt: closedObject(promptSections),
      entityType: closedObject(entityTypeKeys),
      trait: traitSchema,
      entity: entitySchema,
      edge: anyOf(TEXT, closedObject(edgeKeys)),
      topic: closedObject(topicKeys),
      promise: closedObject(promiseKeys),
      otherwise: anyOf(NULLABLE_TEXT, listOf(closedObject(reasonKeys))),
      invariant: closedObject(invariantKeys),
      goal: closedObject(goalKeys),
      ending: anyOf(BOOLEAN, closedObject(endingKeys)),
      field: anyOf(oneOf(fieldTypes), closedObject(fieldKeys)),
      function: closedObject(functionKeys),
      parameter: anyOf(oneOf(parameterTypes), listOf({ type: ['string', 'integer'] }), closedObject(parameterKeys)),
      trigger: closedObject(triggerKeys),
      action: { type: 'string', ...anyOf(oneOf(actionNames), { pattern: ACTION_NAME }) },
      effect: effectSchema,
      roll: rollSchema,
      condition: conditionSchema,
      text: dynamicTextSchema,
    },
  }
}

const traitSchema: Json = anyOf(oneOf(namesOf(traitKeys)), {
  type: 'object',
  required: ['name'],
  properties: {
    name: oneOf(namesOf(traitKeys)),
    ...properties(graphOptions),
    options: { type: 'object', properties: properties(graphOptions) },
  },
})

/** Other keys are custom fields. */
const entitySchema: Json = {
  type: 'object',
  properties: Object.fromEntries(
    [commonEntityKeys, ...Object.values(traitKeys), expectationKeys].flatMap((keys) =>
      Object.entries(properties(keys)),
    ),
  ),
}

const conditionSchema: Json = {
  ...anyOf(BOOLEAN, TEXT, listOf({ type: ['string', 'boolean', 'number'] })),
  description: 'An expression, or several that must all be true.',
}

const dynamicTextSchema: Json = {
  ...TEXT,
  description: 'Text; {{ … }} inserts the value of an expression, and "=…" is an expression as a whole.',
}
