import { childrenOf } from '../../expressions/syntax/childrenOf.ts'
import { findDeclaration } from '../../expressions/entityFields.ts'
import { Computed, type Condition, type Expression, type Text } from '../../expressions/expression.ts'
import type { ExpressionNode, PathNode, VisitedNode } from '../../expressions/syntax/syntax.ts'
import type { Entity, Gamebook, Parameter } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { variableName, type Variable } from './variable.ts'

/** What the value of an expression serves for: to be true or false, or as a value that may go anywhere. */
export type Use = 'truth' | 'value'

/**
 * Collects the cells that rules can read, through dynamic fields, conditions and current nodes. Never too few:
 * where a path cannot be followed for certain, all that it could lead to counts.
 */
export class Reads {
  readonly cells = new Map<string, Variable>()
  readonly expressions = new Map<Expression, Use>()
  /** Every field that was met on the way, as `entity.field`. */
  readonly fields = new Set<string>()
  private readonly gamebook: Gamebook
  private readonly parameters: ReadonlyMap<string, Parameter>
  private readonly visible = new Set<string>()

  constructor(gamebook: Gamebook, parameters: ReadonlyMap<string, Parameter> = new Map()) {
    this.gamebook = gamebook
    this.parameters = parameters
  }

  cell(cell: Variable): void {
    this.cells.set(variableName(cell), cell)
  }

  condition(condition: Condition | null): void {
    for (const term of condition?.terms ?? []) if (typeof term === 'object') this.expression(term, 'truth')
  }

  text(text: Text): void {
    if (text.kind === 'dynamic') this.expression(text.expression, 'value')
    if (text.kind === 'template') {
      for (const part of text.parts) if (typeof part !== 'string') this.expression(part, 'value')
    }
  }

  expression(expression: Expression, use: Use): void {
    const known = this.expressions.get(expression)
    if (known === use || known === 'value') return
    this.expressions.set(expression, use)
    this.node(expression.root)
  }

  /** Whether an entity can be seen: what holds it included. */
  visibility(entity: Entity): void {
    if (this.visible.has(entity.id)) return
    this.visible.add(entity.id)
    if (entity.secret) this.cell({ kind: 'field', entityId: entity.id, field: 'revealed' })
    this.condition(entity.described?.enabled ?? null)
    if (entity.item === undefined) return
    this.cell({ kind: 'field', entityId: entity.id, field: 'held_by' })
    indexOf(this.gamebook).containers.forEach((container) => this.presence(container))
  }

  /** Whether a container shows what it holds: visible, open, and where it is a place, stood in. */
  presence(entity: Entity): void {
    this.visibility(entity)
    this.condition(entity.container?.open ?? null)
    if (entity.graphNode === undefined) return
    for (const graph of indexOf(this.gamebook).graphsOfNode.get(entity.id) ?? []) {
      this.cell({ kind: 'field', entityId: graph.id, field: 'current_node_id' })
    }
  }

  field(entity: Entity, field: string): void {
    if (this.fields.has(`${entity.id}.${field}`)) return
    this.fields.add(`${entity.id}.${field}`)
    const { id, described, graphNode, item, container } = entity
    const cell = (name: string): void => this.cell({ kind: 'field', entityId: id, field: name })
    if (field === 'revealed') return entity.secret ? cell('revealed') : undefined
    if (entity.graph !== undefined && (field === 'current_node' || field === 'current_node_id'))
      return cell('current_node_id')
    if (entity.clock !== undefined && CLOCK_FIELDS.has(field)) return cell('minutes')
    if (item !== undefined && (field === 'held_by' || field === 'holder')) return cell('held_by')
    if (container !== undefined && field === 'items') return this.holders()
    if (described !== undefined && (field === 'name' || field === 'description')) return this.text(described[field])
    if (described !== undefined && field === 'enabled') return this.condition(described.enabled)
    if (graphNode !== undefined && field === 'requires') return this.condition(graphNode.requires)
    if (item !== undefined && field === 'portable') return this.condition(item.portable)
    if (container !== undefined && field === 'open') return this.condition(container.open)
    const start = entity.fields.get(field) ?? findDeclaration(this.gamebook, entity, field)?.default
    if (start === undefined) return
    if (start instanceof Computed) this.expression(start.expression, 'value')
    else cell(field)
  }

  /** Where all items are. */
  holders(): void {
    for (const { id } of indexOf(this.gamebook).items) this.cell({ kind: 'field', entityId: id, field: 'held_by' })
  }

  private node(node: ExpressionNode): void {
    if (node.kind === 'path') return this.path(node)
    if (node.kind === 'visited') this.visited(node)
    childrenOf(node).forEach((child) => this.node(child))
  }

  private visited({ graph, node }: VisitedNode): void {
    const nodeIds = this.gamebook.entities.get(graph.name)?.graph?.nodeIds ?? []
    const asked = node.kind === 'literal' ? nodeIds.filter((id) => id === node.value) : nodeIds
    for (const nodeId of asked) this.cell({ kind: 'visited', graphId: graph.name, nodeId })
  }

  private path({ head, steps }: PathNode): void {
    let reached = this.entitiesAt(head.name, steps[0]?.name ?? '')
    const isLocal = reached.length !== 1 || reached[0]?.id !== head.name
    for (const { name } of isLocal ? steps.slice(1) : steps) {
      for (const entity of reached) this.field(entity, name)
      reached = reached.flatMap((entity) => this.behind(entity, name))
    }
  }

  private entitiesAt(head: string, first: string): readonly Entity[] {
    const entity = this.gamebook.entities.get(head)
    if (entity !== undefined) return [entity]
    const parameter = head === 'param' ? this.parameters.get(first) : undefined
    return parameter?.type === 'entity' ? entitiesOf(this.gamebook, parameter.of) : []
  }

  /** The entities that a field can hold, in case it holds one. */
  private behind(entity: Entity, field: string): readonly Entity[] {
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

const CLOCK_FIELDS: ReadonlySet<string> = new Set(['minutes', 'day', 'time_of_day'])

function entitiesOf({ entities }: Gamebook, types: readonly string[] | null): readonly Entity[] {
  return [...entities.values()].filter(({ typeId }) => types === null || types.includes(typeId))
}
