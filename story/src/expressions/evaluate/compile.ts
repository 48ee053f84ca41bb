import type { Expression, Value } from '../expression.ts'
import type { Scope } from '../scope.ts'
import type { ArithmeticNode, CallNode, ConditionalNode, ExpressionNode, LogicalNode } from '../syntax/syntax.ts'
import { applyStep, requireNumber } from './arithmetic.ts'
import { compileComparison } from './compileComparison.ts'
import { compilePath } from './compilePath.ts'
import { evaluateDiscussed } from './evaluateDiscussed.ts'
import { evaluateVisit } from './evaluateVisit.ts'
import { applyFunction } from './functions.ts'
import type { Read } from './read.ts'
import { countShortly } from './shortcuts.ts'
import { isTruthy } from './truth.ts'

/** Every turn evaluates the same expressions, so each becomes a function at its first evaluation. */
export function compile(expression: Expression): Read {
  const known = compiled.get(expression)
  if (known !== undefined) return known
  const read = compileNode(expression.root, expression)
  compiled.set(expression, read)
  return read
}

const compiled = new WeakMap<Expression, Read>()

function compileNode(node: ExpressionNode, expression: Expression): Read {
  const compilePart = (part: ExpressionNode): Read => compileNode(part, expression)
  switch (node.kind) {
    case 'literal':
      return () => node.value
    case 'path':
      return compilePath(node, expression)
    case 'list': {
      const elements = node.elements.map(compilePart)
      return (scope) => valuesOf(elements, scope)
    }
    case 'visited':
    case 'visits': {
      const nodeId = compilePart(node.node)
      return (scope) => evaluateVisit(node, nodeId(scope), expression, scope)
    }
    case 'discussed': {
      const topic = compilePart(node.topic)
      return (scope) => evaluateDiscussed(node, topic(scope), expression, scope)
    }
    case 'call':
      return compileCall(node, node.arguments.map(compilePart), expression)
    case 'not': {
      const operand = compilePart(node.operand)
      return (scope) => !isTruthy(operand(scope))
    }
    case 'negation': {
      const operand = compilePart(node.operand)
      return (scope) => -requireNumber(operand(scope), node.operand, '-', expression)
    }
    case 'and':
    case 'or':
      return compileLogic(node, node.operands.map(compilePart))
    case 'comparison':
      return compileComparison(node, compilePart(node.left), compilePart(node.right), expression)
    case 'arithmetic':
      return compileArithmetic(node, compilePart, expression)
    case 'conditional':
      return compileConditional(node, compilePart)
  }
}

function compileCall(node: CallNode, args: readonly Read[], expression: Expression): Read {
  return (scope) => {
    const { shortcuts } = scope
    const count = shortcuts && countShortly(node, shortcuts, expression, scope)
    return count ?? applyFunction(node, valuesOf(args, scope), expression)
  }
}

/** The operands after the one that decides are not read. */
function compileLogic({ kind }: LogicalNode, operands: readonly Read[]): Read {
  const decisive = kind === 'or'
  return (scope) => {
    for (const operand of operands) if (isTruthy(operand(scope)) === decisive) return decisive
    return !decisive
  }
}

function compileArithmetic(
  { first, rest }: ArithmeticNode,
  compilePart: (part: ExpressionNode) => Read,
  expression: Expression,
): Read {
  const start = compilePart(first)
  const steps = rest.map((step) => ({ step, operand: compilePart(step.operand) }))
  return (scope) => {
    let total = requireNumber(start(scope), first, rest[0]?.operator ?? '', expression)
    for (const { step, operand } of steps) total = applyStep(total, step, operand(scope), expression)
    return total
  }
}

function compileConditional(node: ConditionalNode, compilePart: (part: ExpressionNode) => Read): Read {
  const otherwise = compilePart(node.otherwise)
  const branches = node.branches.map(({ condition, value }) => ({
    condition: compilePart(condition),
    value: compilePart(value),
  }))
  return (scope) => {
    const chosen = branches.find(({ condition }) => isTruthy(condition(scope)))
    return (chosen?.value ?? otherwise)(scope)
  }
}

function valuesOf(parts: readonly Read[], scope: Scope): readonly Value[] {
  return parts.map((read) => read(scope))
}
