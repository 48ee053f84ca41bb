import { applyStep, requireNumber } from './arithmetic.ts'
import { compare } from './comparison.ts'
import { evaluatePath } from './evaluatePath.ts'
import { evaluateDiscussed } from './evaluateDiscussed.ts'
import { evaluateVisit } from './evaluateVisit.ts'
import type { Condition, Expression, Value } from '../expression.ts'
import { applyFunction } from './functions.ts'
import type { Scope } from '../scope.ts'
import type { ArithmeticNode, ConditionalNode, ExpressionNode } from '../syntax/syntax.ts'
import { isTruthy } from './truth.ts'

/** Throws `ExpressionError`. */
export function evaluate(expression: Expression, scope: Scope): Value {
  return new Evaluation(expression, scope).valueOf(expression.root)
}

/** Whether all terms are true, left to right with short circuit; null is true. Throws `ExpressionError`. */
export function holds(condition: Condition | null, scope: Scope): boolean {
  if (condition === null) return true
  const isMet = condition.terms.every((term) => isTruthy(typeof term === 'object' ? evaluate(term, scope) : term))
  scope.observe?.(condition, isMet)
  return isMet
}

class Evaluation {
  private readonly expression: Expression
  private readonly scope: Scope

  constructor(expression: Expression, scope: Scope) {
    this.expression = expression
    this.scope = scope
  }

  valueOf(node: ExpressionNode): Value {
    switch (node.kind) {
      case 'literal':
        return node.value
      case 'path':
        return evaluatePath(node, this.expression, this.scope)
      case 'list':
        return this.valuesOf(node.elements)
      case 'visited':
      case 'visits':
        return evaluateVisit(node, this.valueOf(node.node), this.expression, this.scope)
      case 'discussed':
        return evaluateDiscussed(node, this.valueOf(node.topic), this.expression, this.scope)
      case 'call':
        return applyFunction(node, this.valuesOf(node.arguments), this.expression)
      case 'not':
        return !this.isTrue(node.operand)
      case 'negation':
        return -requireNumber(this.valueOf(node.operand), node.operand, '-', this.expression)
      case 'and':
        return node.operands.every(this.isTrue, this)
      case 'or':
        return node.operands.some(this.isTrue, this)
      case 'comparison':
        return compare(node, this.valueOf(node.left), this.valueOf(node.right), this.expression)
      case 'arithmetic':
        return this.total(node)
      case 'conditional':
        return this.choose(node)
    }
  }

  private valuesOf(nodes: readonly ExpressionNode[]): readonly Value[] {
    return nodes.map(this.valueOf, this)
  }

  private isTrue(node: ExpressionNode): boolean {
    return isTruthy(this.valueOf(node))
  }

  private choose({ branches, otherwise }: ConditionalNode): Value {
    const chosen = branches.find(({ condition }) => this.isTrue(condition))
    return this.valueOf(chosen?.value ?? otherwise)
  }

  private total({ first, rest }: ArithmeticNode): number {
    let total = requireNumber(this.valueOf(first), first, rest[0]?.operator ?? '', this.expression)
    for (const step of rest) total = applyStep(total, step, this.valueOf(step.operand), this.expression)
    return total
  }
}
