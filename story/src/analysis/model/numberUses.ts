import type { Expression } from '../../expressions/expression.ts'
import { childrenOf } from '../../expressions/syntax/childrenOf.ts'
import type { ExpressionNode, PathNode, VisitNode } from '../../expressions/syntax/syntax.ts'
import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import { nodesNamed, type Use } from './reads.ts'
import { variableName } from './variable.ts'

/** How rules use a number: they only compare it with constants, or every value matters. */
export interface NumberUse {
  /** The constants it is compared with. */
  readonly bounds: number[]
  /** Whether a rule reads the time of day, which repeats every day. */
  isPeriodic: boolean
  isExact: boolean
}

/**
 * Finds how each number is used, by the name of its variable. If a number is only compared with constants and can't
 * move back, its values beyond the last constant are equivalent.
 */
export function numberUses(
  gamebook: Gamebook,
  expressions: ReadonlyMap<Expression, Use>,
): ReadonlyMap<string, NumberUse> {
  const reader = new UseReader(gamebook)
  for (const [{ root }, use] of expressions) reader.readNode(root, use)
  return reader.uses
}

const MINUTES_PER_DAY = 24 * 60

class UseReader {
  readonly uses = new Map<string, NumberUse>()
  private readonly gamebook: Gamebook

  constructor(gamebook: Gamebook) {
    this.gamebook = gamebook
  }

  readNode(node: ExpressionNode, use: Use): void {
    switch (node.kind) {
      case 'path':
        return use === 'truth' ? this.addComparison(node, 0) : this.addExact(node)
      case 'visits':
        this.addVisits(node, use === 'truth' ? 0 : undefined)
        return this.readNode(node.node, 'value')
      case 'conditional': {
        for (const { value, condition } of node.branches) {
          this.readNode(condition, 'truth')
          this.readNode(value, use)
        }
        return this.readNode(node.otherwise, use)
      }
      case 'not':
        return this.readNode(node.operand, 'truth')
      case 'and':
      case 'or':
        return node.operands.forEach((operand) => this.readNode(operand, 'truth'))
      case 'comparison': {
        const { left, right } = node
        const constant = literalOf(left) ?? literalOf(right)
        const number = literalOf(left) === undefined ? left : right
        if (constant !== undefined && node.operator !== 'in' && node.operator !== 'not in') {
          if (number.kind === 'path') return this.addComparison(number, constant)
          if (number.kind === 'visits' && typeof constant === 'number') {
            this.addVisits(number, constant)
            return this.readNode(number.node, 'value')
          }
        }
        this.readNode(left, 'value')
        return this.readNode(right, 'value')
      }
      default:
        childrenOf(node).forEach((child) => this.readNode(child, 'value'))
    }
  }

  private addComparison(path: PathNode, constant: Constant): void {
    const direct = this.directField(path)
    if (direct === null) return this.addExact(path)
    const { entity, field } = direct
    if (entity.clock === undefined || !['minutes', 'day', 'time_of_day'].includes(field)) {
      if (typeof constant === 'number') this.useOf(`${entity.id}.${field}`).bounds.push(constant)
      return
    }
    const use = this.useOf(`${entity.id}.minutes`)
    if (field === 'time_of_day') use.isPeriodic = true
    else if (typeof constant === 'number') {
      use.bounds.push(field === 'minutes' ? constant : constant * MINUTES_PER_DAY - entity.clock.start)
    }
  }

  /** `constant` is what the count is compared with; undefined if every count matters. */
  private addVisits(node: VisitNode, constant: number | undefined): void {
    for (const nodeId of nodesNamed(node, this.gamebook)) {
      const use = this.useOf(variableName({ kind: 'visits', graphId: node.graph.name, nodeId }))
      if (constant === undefined) use.isExact = true
      else use.bounds.push(constant)
    }
  }

  /** A path of several steps, or one that starts at a parameter, can reach any field with its last name. */
  private addExact({ head, steps }: PathNode): void {
    const direct = this.directField({ head, steps })
    if (direct !== null) {
      const { entity, field } = direct
      if (entity.clock !== undefined && field === 'time_of_day') this.useOf(`${entity.id}.minutes`).isPeriodic = true
      else if (entity.clock !== undefined && field === 'day') this.useOf(`${entity.id}.minutes`).isExact = true
      else this.useOf(`${entity.id}.${field}`).isExact = true
      return
    }
    const last = steps.at(-1)?.name ?? ''
    for (const { id, clock } of this.gamebook.entities.values()) {
      if (clock !== undefined && ['minutes', 'day', 'time_of_day'].includes(last))
        this.useOf(`${id}.minutes`).isExact = true
      else this.useOf(`${id}.${last}`).isExact = true
    }
  }

  private directField({ head, steps }: Pick<PathNode, 'head' | 'steps'>): { entity: Entity; field: string } | null {
    const entity = this.gamebook.entities.get(head.name)
    const [first] = steps
    return entity === undefined || first === undefined || steps.length > 1 ? null : { entity, field: first.name }
  }

  private useOf(variable: string): NumberUse {
    const known = this.uses.get(variable)
    if (known !== undefined) return known
    const use: NumberUse = { bounds: [], isPeriodic: false, isExact: false }
    this.uses.set(variable, use)
    return use
  }
}

type Constant = number | string | boolean | null

function literalOf(node: ExpressionNode): Constant | undefined {
  if (node.kind === 'literal') return node.value
  const inner = node.kind === 'negation' ? literalOf(node.operand) : undefined
  return typeof inner === 'number' ? -inner : undefined
}
