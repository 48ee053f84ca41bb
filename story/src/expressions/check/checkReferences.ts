import type { Gamebook } from '../../gamebook/gamebook.ts'
import { topicIdsOf } from '../../gamebook/topicIds.ts'
import { notAGraph, notANode, notASpeaker, notATopic, unknownEntity, unknownTopic } from '../expressionMessages.ts'
import { canBe, describeKinds, type Kinds } from '../kinds.ts'
import type { DiscussedNode, ExpressionNode, VisitNode } from '../syntax/syntax.ts'
import { constantTruth } from './constantTruth.ts'
import type { ReportProblem } from './problem.ts'

/** `kinds` are the kinds of the node argument. */
export function checkVisit({ graph, node }: VisitNode, kinds: Kinds, gamebook: Gamebook, report: ReportProblem): void {
  const entity = gamebook.entities.get(graph.name)
  if (entity === undefined) report('expression-unknown-entity', graph.start, unknownEntity(graph.name, gamebook))
  else if (entity.graph === undefined) report('expression-type', graph.start, notAGraph(graph.name))
  if (!canBe(kinds, 'text') && !canBe(kinds, 'entity')) {
    report('expression-type', node.start, notANode(describeKinds(kinds)))
  }
  for (const { value, start } of textsOf(node)) {
    if (!gamebook.entities.has(value)) report('expression-unknown-entity', start, unknownEntity(value, gamebook))
  }
}

/** `kinds` are the kinds of the topic argument. */
export function checkDiscussed(
  { speaker, topic }: DiscussedNode,
  kinds: Kinds,
  gamebook: Gamebook,
  report: ReportProblem,
): void {
  if (!canBe(kinds, 'text')) report('expression-type', topic.start, notATopic(describeKinds(kinds)))
  const entity = gamebook.entities.get(speaker.name)
  if (entity === undefined) {
    report('expression-unknown-entity', speaker.start, unknownEntity(speaker.name, gamebook))
    return
  }
  const topicIds = topicIdsOf(entity)
  if (topicIds.length === 0) {
    report('expression-type', speaker.start, notASpeaker(entity.id))
    return
  }
  for (const { value, start } of textsOf(topic)) {
    if (!topicIds.includes(value)) report('expression-unknown-topic', start, unknownTopic(entity, value))
  }
}

/** The fixed texts that a node can give: itself, or the values of a conditional that can be chosen. */
function textsOf(node: ExpressionNode): readonly { readonly value: string; readonly start: number }[] {
  if (node.kind === 'literal') {
    return typeof node.value === 'string' ? [{ value: node.value, start: node.start }] : []
  }
  if (node.kind !== 'conditional') return []
  const chosen = node.branches.filter(({ condition }) => constantTruth(condition) !== false)
  return [...chosen.map(({ value }) => value), node.otherwise].flatMap(textsOf)
}
