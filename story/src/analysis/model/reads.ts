import { childrenOf } from '../../expressions/syntax/childrenOf.ts'
import { findDeclaration } from '../../expressions/entityFields.ts'
import { Computed, type Condition, type Expression, type Text } from '../../expressions/expression.ts'
import type { DiscussedNode, ExpressionNode, PathNode, VisitNode } from '../../expressions/syntax/syntax.ts'
import type { Entity, Gamebook, Parameter } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { topicIdsOf } from '../../gamebook/topicIds.ts'
import { variableName, type Variable } from './variable.ts'

/** How an expression is used: only as true or false, or as a value. */
export type Use = 'truth' | 'value'

/**
 * Collects the variables that rules can read, through computed fields, conditions and current nodes. The result is
 * never too small: if a path can't be followed exactly, everything it could lead to is included.
 */
export class Reads {
  readonly variables = new Map<string, Variable>()
  readonly expressions = new Map<Expression, Use>()
  /** Every field that was read, as `entity.field`. */
  readonly fields = new Set<string>()
  private readonly gamebook: Gamebook
  private readonly parameters: ReadonlyMap<string, Parameter>
  private readonly visible = new Set<string>()

  constructor(gamebook: Gamebook, parameters: ReadonlyMap<string, Parameter> = new Map()) {
    this.gamebook = gamebook
    this.parameters = parameters
  }

  addVariable(variable: Variable): void {
    this.variables.set(variableName(variable), variable)
  }

  addCondition(condition: Condition | null): void {
    for (const term of condition?.terms ?? []) if (typeof term === 'object') this.addExpression(term, 'truth')
  }

  addText(text: Text): void {
    if (text.kind === 'computed') this.addExpression(text.expression, 'value')
    if (text.kind === 'template') {
      for (const part of text.parts) if (typeof part !== 'string') this.addExpression(part, 'value')
    }
  }

  addExpression(expression: Expression, use: Use): void {
    const known = this.expressions.get(expression)
    if (known === use || known === 'value') return
    this.expressions.set(expression, use)
    this.addNode(expression.root)
  }

  /** Counts an expression as used without what it reads. */
  noteExpression(expression: Expression, use: Use): void {
    if (this.expressions.get(expression) !== 'value') this.expressions.set(expression, use)
  }

  /** Everything that decides whether an entity is visible, including what holds it. */
  addVisibility(entity: Entity): void {
    if (this.visible.has(entity.id)) return
    this.visible.add(entity.id)
    if (entity.secret) this.addVariable({ kind: 'field', entityId: entity.id, field: 'revealed' })
    this.addCondition(entity.described?.enabled ?? null)
    if (entity.item === undefined) return
    this.addVariable({ kind: 'field', entityId: entity.id, field: 'held_by' })
    indexOf(this.gamebook).containers.forEach((container) => this.addPresence(container))
  }

  /** Everything that decides whether a container shows its items: visible, open and, for a place, current. */
  addPresence(entity: Entity): void {
    this.addVisibility(entity)
    this.addCondition(entity.container?.open ?? null)
    if (entity.graphNode === undefined) return
    for (const graph of indexOf(this.gamebook).graphsOfNode.get(entity.id) ?? []) {
      this.addVariable({ kind: 'field', entityId: graph.id, field: 'current_node_id' })
    }
  }

  addField(entity: Entity, field: string): void {
    if (this.fields.has(`${entity.id}.${field}`)) return
    this.fields.add(`${entity.id}.${field}`)
    const { id, described, graphNode, item, container } = entity
    const addOwn = (name: string): void => this.addVariable({ kind: 'field', entityId: id, field: name })
    if (field === 'revealed') return entity.secret ? addOwn('revealed') : undefined
    if (entity.graph !== undefined && (field === 'current_node' || field === 'current_node_id'))
      return addOwn('current_node_id')
    if (entity.clock !== undefined && CLOCK_FIELDS.has(field)) return addOwn('minutes')
    if (item !== undefined && (field === 'held_by' || field === 'holder')) return addOwn('held_by')
    if (container !== undefined && field === 'items') return this.addHolders()
    if (described !== undefined && (field === 'name' || field === 'description')) return this.addText(described[field])
    if (described !== undefined && field === 'enabled') return this.addCondition(described.enabled)
    if (graphNode !== undefined && field === 'requires') return this.addCondition(graphNode.requires)
    if (item !== undefined && field === 'portable') return this.addCondition(item.portable)
    if (container !== undefined && field === 'open') return this.addCondition(container.open)
    const start = entity.fields.get(field) ?? findDeclaration(this.gamebook, entity, field)?.default
    if (start === undefined) return
    if (start instanceof Computed) this.addExpression(start.expression, 'value')
    else addOwn(field)
  }

  /** The holders of all items. */
  addHolders(): void {
    for (const { id } of indexOf(this.gamebook).items)
      this.addVariable({ kind: 'field', entityId: id, field: 'held_by' })
  }

  private addNode(node: ExpressionNode): void {
    if (node.kind === 'path') return this.addPath(node)
    if (node.kind === 'visited' || node.kind === 'visits') this.addVisit(node)
    if (node.kind === 'discussed') this.addDiscussed(node)
    childrenOf(node).forEach((child) => this.addNode(child))
  }

  private addVisit(visit: VisitNode): void {
    const { kind, graph } = visit
    for (const nodeId of nodesNamed(visit, this.gamebook)) this.addVariable({ kind, graphId: graph.name, nodeId })
  }

  private addDiscussed({ speaker, topic }: DiscussedNode): void {
    const entity = this.gamebook.entities.get(speaker.name)
    for (const topicId of entity === undefined ? [] : topicIdsOf(entity)) {
      const isPossible = topic.kind !== 'literal' || topic.value === topicId
      if (isPossible) this.addVariable({ kind: 'discussed', speakerId: speaker.name, topicId })
    }
  }

  private addPath({ head, steps }: PathNode): void {
    let reached = this.entitiesAt(head.name, steps[0]?.name ?? '')
    const isLocal = reached.length !== 1 || reached[0]?.id !== head.name
    for (const { name } of isLocal ? steps.slice(1) : steps) {
      for (const entity of reached) this.addField(entity, name)
      reached = reached.flatMap((entity) => this.entitiesBehind(entity, name))
    }
  }

  private entitiesAt(head: string, first: string): readonly Entity[] {
    const entity = this.gamebook.entities.get(head)
    if (entity !== undefined) return [entity]
    const parameter = head === 'param' ? this.parameters.get(first) : undefined
    return parameter?.type === 'entity' ? entitiesOf(this.gamebook, parameter.of) : []
  }

  /** The entities that a field can refer to. */
  private entitiesBehind(entity: Entity, field: string): readonly Entity[] {
    if (entity.graph !== undefined && field === 'current_node') {
      return entity.graph.nodeIds.flatMap((id) => this.gamebook.entities.get(id) ?? [])
    }
    if (entity.item !== undefined && field === 'holder') return indexOf(this.gamebook).containers
    const declaration = findDeclaration(this.gamebook, entity, field)
    if (declaration?.type === 'entity')
      return entitiesOf(this.gamebook, declaration.of === null ? null : [declaration.of])
    return entity.fields.get(field) instanceof Computed ? entitiesOf(this.gamebook, null) : []
  }
}

/** The nodes that the second argument of `visited` or `visits` can name: all of the graph if it is not fixed. */
export function nodesNamed({ graph, node }: VisitNode, gamebook: Gamebook): readonly string[] {
  const nodeIds = gamebook.entities.get(graph.name)?.graph?.nodeIds ?? []
  return node.kind === 'literal' ? nodeIds.filter((id) => id === node.value) : nodeIds
}

const CLOCK_FIELDS: ReadonlySet<string> = new Set(['minutes', 'day', 'time_of_day'])

function entitiesOf({ entities }: Gamebook, types: readonly string[] | null): readonly Entity[] {
  return [...entities.values()].filter(({ typeId }) => types === null || types.includes(typeId))
}
