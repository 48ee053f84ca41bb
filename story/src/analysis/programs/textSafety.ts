import { findDeclaration, isComputedField } from '../../expressions/entityFields.ts'
import { Computed, type Condition, type Text } from '../../expressions/expression.ts'
import { childrenOf } from '../../expressions/syntax/childrenOf.ts'
import type { CallNode, ComparisonNode, ExpressionNode, PathNode } from '../../expressions/syntax/syntax.ts'
import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import { startValueOf } from '../../state/writableField.ts'

/** Tells texts and conditions that never fail, whatever the state is. Those that it can't judge are not safe. */
export class TextSafety {
  private readonly gamebook: Gamebook
  private readonly areNamesConstant: boolean

  constructor(gamebook: Gamebook) {
    this.gamebook = gamebook
    this.areNamesConstant = [...gamebook.entities.values()].every(
      ({ described }) => described === undefined || described.name.kind === 'constant',
    )
  }

  isSafeText(text: Text): boolean {
    switch (text.kind) {
      case 'constant':
        return true
      case 'template':
        return text.parts.every((part) => typeof part === 'string' || this.isShowable(part.root))
      case 'computed':
        return this.isShowable(text.expression.root)
    }
  }

  isSafeCondition(condition: Condition | null): boolean {
    return (condition?.terms ?? []).every((term) => typeof term !== 'object' || this.isSafe(term.root))
  }

  /** Entities are shown by their names. */
  private isShowable(node: ExpressionNode): boolean {
    return this.isSafe(node) && (this.areNamesConstant || !this.canBeEntity(node))
  }

  private canBeEntity(node: ExpressionNode): boolean {
    if (node.kind === 'conditional')
      return [node.otherwise, ...node.branches.map(({ value }) => value)].some(this.canBeEntity, this)
    if (node.kind !== 'path') return node.kind === 'list'
    const field = this.directField(node)
    if (field === null) return true
    const { entity, name } = field
    if (isComputedField(this.gamebook, entity, name)) return ENTITY_FIELDS.has(name)
    const type = findDeclaration(this.gamebook, entity, name)?.type
    return type === 'entity' || startValueOf(this.gamebook, entity, name) instanceof Computed
  }

  private isSafe(node: ExpressionNode): boolean {
    switch (node.kind) {
      case 'path':
        return this.isSafePath(node)
      case 'visited':
      case 'visits':
        return node.node.kind === 'literal'
      case 'discussed':
        return node.topic.kind === 'literal'
      case 'call':
        return this.isSafeCall(node)
      case 'negation':
        return this.isNumber(node.operand)
      case 'arithmetic':
        return this.isNumber(node)
      case 'comparison':
        return this.isSafeComparison(node)
      default:
        return childrenOf(node).every(this.isSafe, this)
    }
  }

  private isSafePath({ head, steps }: PathNode): boolean {
    if (head.name === 'param' || head.name === 'roll') return steps.length === 1
    const entity = this.gamebook.entities.get(head.name)
    const [first] = steps
    if (entity === undefined || first === undefined || steps.length > 1) return false
    if (first.name === 'name' && entity.described !== undefined) return entity.described.name.kind === 'constant'
    if (isComputedField(this.gamebook, entity, first.name)) return PLAIN_FIELDS.has(first.name)
    const start = startValueOf(this.gamebook, entity, first.name)
    return start !== undefined && !(start instanceof Computed) && isPlain(start)
  }

  private isSafeCall(node: CallNode): boolean {
    const [list] = node.arguments
    if (node.function === 'count') return list !== undefined && this.isList(list)
    return node.arguments.every(this.isNumber, this)
  }

  private isSafeComparison({ operator, left, right }: ComparisonNode): boolean {
    switch (operator) {
      case '==':
      case '!=':
        return this.isSafe(left) && this.isSafe(right)
      case 'in':
      case 'not in':
        return this.isSafe(left) && this.isList(right)
      default:
        return this.isNumber(left) && this.isNumber(right)
    }
  }

  private isList(node: ExpressionNode): boolean {
    if (node.kind === 'list') return node.elements.every(this.isSafe, this)
    const field = this.directField(node)
    if (field === null) return false
    const { entity, name } = field
    if (name === 'items' && entity.container !== undefined) return true
    const type = this.typeOf(entity, name)
    return type === 'list' || type === 'entities'
  }

  private isNumber(node: ExpressionNode): boolean {
    switch (node.kind) {
      case 'literal':
        return typeof node.value === 'number'
      case 'negation':
        return this.isNumber(node.operand)
      case 'visits':
      case 'call':
        return this.isSafe(node)
      case 'arithmetic':
        return (
          this.isNumber(node.first) &&
          node.rest.every(({ operator, operand }) =>
            operator === '/' ? operand.kind === 'literal' && Number(operand.value) >= 1 : this.isNumber(operand),
          ) &&
          // A long product could grow beyond all numbers.
          node.rest.filter(({ operator }) => operator === '*').length < 8
        )
      case 'conditional':
        return (
          node.branches.every(({ condition, value }) => this.isSafe(condition) && this.isNumber(value)) &&
          this.isNumber(node.otherwise)
        )
      default: {
        const field = this.directField(node)
        if (field === null) return false
        const { entity, name } = field
        if (entity.clock !== undefined && (name === 'minutes' || name === 'day')) return true
        const type = this.typeOf(entity, name)
        return type === 'integer' || type === 'number'
      }
    }
  }

  private directField(node: ExpressionNode): { readonly entity: Entity; readonly name: string } | null {
    if (node.kind !== 'path' || node.steps.length > 1) return null
    const entity = this.gamebook.entities.get(node.head.name)
    const [first] = node.steps
    return entity === undefined || first === undefined ? null : { entity, name: first.name }
  }

  /** Undefined for a computed field and for one that is not declared. */
  private typeOf(entity: Entity, field: string) {
    if (isComputedField(this.gamebook, entity, field)) return undefined
    const isFixed = !(startValueOf(this.gamebook, entity, field) instanceof Computed)
    return isFixed ? findDeclaration(this.gamebook, entity, field)?.type : undefined
  }
}

/** Fields of traits that have no expression of the author. */
const PLAIN_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'revealed',
  'node_ids',
  'nodes',
  'current_node_id',
  'current_node',
  'edge_ids',
  'edges',
  'ending',
  'start',
  'minutes',
  'day',
  'time_of_day',
  'held_by',
  'holder',
  'capacity',
  'items',
])

const ENTITY_FIELDS: ReadonlySet<string> = new Set(['nodes', 'current_node', 'edges', 'holder', 'description'])

function isPlain(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isPlain) : value === null || typeof value !== 'object'
}
