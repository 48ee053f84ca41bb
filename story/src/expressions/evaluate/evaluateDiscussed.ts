import { topicIdsOf } from '../../gamebook/topicIds.ts'
import { notASpeaker, notATopic, unknownTopic } from '../expressionMessages.ts'
import { getEntity } from './evaluatePath.ts'
import type { Expression, Value } from '../expression.ts'
import { fail } from './fail.ts'
import { kindOf } from '../kindOf.ts'
import type { Scope } from '../scope.ts'
import type { DiscussedNode } from '../syntax/syntax.ts'

/** `value` is the value of the topic argument. Throws `ExpressionError`. */
export function evaluateDiscussed(node: DiscussedNode, value: Value, expression: Expression, scope: Scope): boolean {
  const speaker = getEntity(node.speaker, expression, scope)
  const topicIds = topicIdsOf(speaker)
  if (topicIds.length === 0) fail(expression, node.speaker.start, 'type', notASpeaker(speaker.id))
  if (typeof value !== 'string') return fail(expression, node.topic.start, 'type', notATopic(kindOf(value)))
  if (!topicIds.includes(value)) {
    return fail(expression, node.topic.start, 'unknown-topic', unknownTopic(speaker, value))
  }
  return scope.reading.isDiscussed(scope, speaker, value)
}
