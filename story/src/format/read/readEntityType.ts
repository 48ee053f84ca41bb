import { isEntityId } from '../../names/isId.ts'
import { elementsOf, type Cursor } from '../cursor/cursor.ts'
import type { EntityDraft, TypeDraft } from './draft.ts'
import { openMapping } from '../cursor/mappingReader.ts'
import { entity, type EntityShape } from './readEntity.ts'
import { template } from '../cursor/readExpressions.ts'
import { readFields } from './fields/readFields.ts'
import { readTypeId } from './readId.ts'
import { boolean, located, nullable, text, wrongType, type Reader } from '../cursor/readers.ts'
import { NO_TRAITS, traits } from './traits/readTraits.ts'
import { NO_TRIGGERS, triggerList } from './readTriggers.ts'
import type { YamlNode } from '../yaml/yamlNode.ts'

export const entityType: Reader<TypeDraft> = (cursor) => {
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const name = keys.required('name', located(text))
  const id = readTypeId(keys, name)
  const errorsBefore = cursor.reporter.errorCount()
  const instructions = keys.optional('instructions', nullable(template), null)
  const hidden = keys.optional('hidden', boolean, false)
  const instructionsSound = cursor.reporter.errorCount() === errorsBefore
  const traitList = keys.optional('traits', traits, NO_TRAITS)
  const errorsBeforeFields = cursor.reporter.errorCount()
  const fields = readFields(keys.entry('fields'), traitList.names)
  const fieldsSound = cursor.reporter.errorCount() === errorsBeforeFields
  const neededFields = [...fields].flatMap(([field, { isNeeded }]) => (isNeeded ? [field] : []))
  const triggers = keys.optional('triggers', triggerList, NO_TRIGGERS)
  const entities = readEntities(
    keys.required('entities', (value) => value),
    { traits: traitList, fields, neededFields },
  )
  keys.reportUnknownKeys()
  return {
    location: cursor,
    id,
    name: name?.value ?? '',
    instructions: instructions?.kind === 'constant' && instructions.text === '' ? null : instructions,
    hidden,
    instructionsSound,
    traits: traitList.names,
    traitsSound: traitList.sound,
    nodeTypeId: traitList.options.nodeTypeId ?? null,
    fields,
    fieldsSound,
    triggers,
    ...entities,
  }
}

type Entities = Pick<TypeDraft, 'entities' | 'complete'>

function readEntities(cursor: Cursor | undefined, shape: EntityShape): Entities {
  if (cursor === undefined) return { entities: [], complete: false }
  if (cursor.kind !== 'list') {
    wrongType(cursor, 'a list of entities')
    return { entities: [], complete: false }
  }
  const elements = elementsOf(cursor)
  const read = entity(shape)
  const entities = elements.flatMap((element): readonly EntityDraft[] => {
    const draft = read(element)
    return draft === undefined ? [] : [draft]
  })
  return { entities, complete: entities.length === elements.length && !elements.some(isTwo) && entities.every(hasId) }
}

function hasId({ id }: EntityDraft): boolean {
  return id !== null && isEntityId(id.value)
}

/** Whether the dash between two entities is missing, so the second is lost in the first. */
function isTwo({ node }: Cursor): boolean {
  return node?.kind === 'map' && NAMING_KEYS.some((name) => node.pairs.filter(({ key }) => isKey(key, name)).length > 1)
}

const NAMING_KEYS = ['id', 'name']

function isKey(key: YamlNode, name: string): boolean {
  return key.kind === 'scalar' && key.source === name
}
