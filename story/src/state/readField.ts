import { evaluate } from '../expressions/evaluate/evaluate.ts'
import { evaluatePath } from '../expressions/evaluate/evaluatePath.ts'
import { findDeclaration } from '../expressions/entityFields.ts'
import { Computed, type Value } from '../expressions/expression.ts'
import type { Reading } from '../expressions/scope.ts'
import type { Entity } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { deeper } from './nestedReads.ts'
import { readEntity } from './readEntity.ts'
import { currentValue, storedValue } from './stored.ts'
import type { TraitReader } from './traitReader.ts'
import type { World } from './world.ts'

/** Reads a field like the expression `entity.field`. Throws `ExpressionError`. */
export function readField(world: World, entityId: string, field: string): Value {
  const source = `${entityId}.${field}`
  const head = { name: entityId, start: 0, end: entityId.length }
  const step = { name: field, start: entityId.length + 1, end: source.length }
  const root = { kind: 'path', head, steps: [step], start: 0, end: source.length } as const
  return evaluatePath(root, { source, root }, world)
}

/** Fields of traits come first, then the value written in play, the entity's own value and the default. */
export function createFindField(traitReaders: ReadonlyMap<string, TraitReader>): Reading<World>['findField'] {
  return (world, entity, field) => {
    if (field === 'id') return entity.id
    if (field === 'revealed') return !entity.secret || storedValue(world.state, entity.id, 'revealed') === true
    const computed = traitReaders.get(field)?.(world, entity)
    return computed === undefined ? findOwnField(world, entity, field) : computed
  }
}

function findOwnField(world: World, entity: Entity, field: string): Value | undefined {
  const declaration = findDeclaration(world.gamebook, entity, field)
  const given = entity.fields.get(field)
  const start = given === undefined ? declaration?.default : given
  if (start === undefined) return undefined
  const content = currentValue(world.state, entity.id, field, start)
  if (content instanceof Computed) return evaluate(content.expression, deeper(world, entity.id, field))
  if (declaration?.type === 'entity') return readEntity(world, typeof content === 'string' ? content : null)
  return isReadable(content) ? content : undefined
}

/** Mappings, and lists that contain mappings, are not values of the expression language. */
function isReadable(content: Json): content is Readable {
  return isJsonList(content) ? content.every(isReadable) : content === null || typeof content !== 'object'
}

type Readable = null | boolean | number | string | readonly Readable[]

function isJsonList(content: Json): content is readonly Json[] {
  return Array.isArray(content)
}
