import { evaluate } from './evaluate.ts'
import type { EntityReference, Expression, Text, Value } from '../expression.ts'
import { formatNumber } from './formatNumber.ts'
import { isList } from '../kindOf.ts'
import type { Scope } from '../scope.ts'

/** Renders a text in the current state. Throws `ExpressionError`. */
export function renderText(text: Text, scope: Scope): string {
  switch (text.kind) {
    case 'constant':
      return text.text
    case 'template':
      return text.parts.map((part) => (typeof part === 'string' ? part : renderExpression(part, scope))).join('')
    case 'computed':
      return renderExpression(text.expression, scope)
  }
}

/** Formats a value for the story's text. Throws `ExpressionError`. */
export function formatValue(value: Value, scope: Scope): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value === null) return 'none'
  if (!isList(value)) return nameOf(value, scope)
  return value.length === 0 ? 'none' : value.map((element) => formatValue(element, scope)).join(', ')
}

function renderExpression(expression: Expression, scope: Scope): string {
  return formatValue(evaluate(expression, scope), scope)
}

/** The id replaces the name of an entity that is not described. */
function nameOf({ entityId }: EntityReference, scope: Scope): string {
  const entity = scope.gamebook.entities.get(entityId)
  if (entity?.described === undefined) return entityId
  return formatValue(scope.reading.findField(scope, entity, 'name') ?? null, scope)
}
