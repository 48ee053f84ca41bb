import type { Entity } from '../../gamebook/gamebook.ts'
import type { Scope } from '../scope.ts'
import type { Expression, Value } from '../expression.ts'
import { ExpressionError } from '../expressionError.ts'
import { fail } from './fail.ts'
import { isEntity, kindOf } from '../kindOf.ts'
import type { Name, PathNode } from '../syntax/syntax.ts'
import { notAnEntity, tooDeep, unknownEntity, unknownField, unknownLocal } from '../expressionMessages.ts'

/** Throws `ExpressionError` if a step doesn't exist or its own expression fails. */
export function evaluatePath({ head, steps }: PathNode, expression: Expression, scope: Scope): Value {
  let value: Value = null
  let previous: Name | undefined
  for (const step of steps) {
    value =
      previous === undefined
        ? readFirst(head, step, expression, scope)
        : readStep(follow(value, previous, step, expression, scope), step, expression, scope)
    previous = step
  }
  return value
}

function readFirst(head: Name, step: Name, expression: Expression, scope: Scope): Value {
  const locals = scope.locals?.get(head.name)
  return locals === undefined
    ? readStep(getEntity(head, expression, scope), step, expression, scope)
    : readLocal(locals, head, step, expression)
}

function readLocal(
  locals: ReadonlyMap<string, Value>,
  head: Name,
  { name, start }: Name,
  expression: Expression,
): Value {
  const value = locals.get(name)
  return value === undefined
    ? fail(expression, start, 'unknown-field', unknownLocal(head.name, name, [...locals.keys()]))
    : value
}

/** The entity of an id in an expression. Throws `ExpressionError` for an unknown id. */
export function getEntity({ name, start }: Name, expression: Expression, scope: Scope): Entity {
  const entity = scope.gamebook.entities.get(name)
  if (entity !== undefined) return entity
  return fail(expression, start, 'unknown-entity', unknownEntity(name, scope.gamebook))
}

function follow(value: Value, previous: Name, next: Name, expression: Expression, scope: Scope): Entity {
  if (isEntity(value)) return getEntity({ ...previous, name: value.entityId }, expression, scope)
  return fail(expression, previous.start, 'not-an-entity', notAnEntity(previous.name, kindOf(value), next.name))
}

export function readStep(entity: Entity, { name, start }: Name, expression: Expression, scope: Scope): Value {
  const value = findField(entity, name, start, expression, scope)
  if (value !== undefined) return value
  return fail(expression, start, 'unknown-field', unknownField(entity, name, scope.gamebook))
}

function findField(entity: Entity, field: string, offset: number, expression: Expression, scope: Scope) {
  try {
    return scope.reading.findField(scope, entity, field)
  } catch (cause) {
    // Deeply nested expressions can exhaust the call stack before the limit of reads is reached.
    if (cause instanceof RangeError) return fail(expression, offset, 'depth', tooDeep(entity.id, field), { cause })
    if (!(cause instanceof ExpressionError) || cause.code === 'depth') throw cause
    const message = `"${entity.id}.${field}" can't be read: ${cause.message}`
    return fail(expression, offset, 'dynamic-field', { message, hint: cause.hint }, { cause })
  }
}
