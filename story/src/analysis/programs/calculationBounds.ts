import type { ArithmeticOperator, ExpressionNode, PathNode } from '../../expressions/syntax/syntax.ts'

/** A calculation with one field and otherwise constants, such as `coins / 2 - 3`. */
export interface Calculation {
  readonly field: PathNode
  /** Its result, exactly as the engine calculates it. It only rises with the field, or only falls. */
  readonly resultOf: (value: number) => number
}

const OPERATIONS: Record<ArithmeticOperator, (left: number, right: number) => number> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
}

/** Null if it is something else. */
export function readCalculation(node: ExpressionNode): Calculation | null {
  switch (node.kind) {
    case 'path':
      return { field: node, resultOf: (value) => value }
    case 'negation': {
      const operand = readCalculation(node.operand)
      return operand && { ...operand, resultOf: (value) => -operand.resultOf(value) }
    }
    case 'arithmetic': {
      let total = readPart(node.first)
      for (const { operator, operand } of node.rest) {
        const right = readPart(operand)
        total = total === null || right === null ? null : combine(total, right, operator)
      }
      return total === null || typeof total === 'number' ? null : total
    }
    default:
      return null
  }
}

/**
 * The whole numbers between which the comparison of a calculation with a constant never changes. Null if the calculation
 * can fail.
 */
export function boundsOf({ resultOf }: Calculation, constant: number): readonly number[] | null {
  const [lowest, highest] = [resultOf(Number.MIN_SAFE_INTEGER), resultOf(Number.MAX_SAFE_INTEGER)]
  if (!Number.isFinite(lowest) || !Number.isFinite(highest)) return null
  const sign = lowest <= highest ? 1 : -1
  const difference = (value: number): number => sign * (resultOf(value) - constant)
  const first = [firstWhere((value) => difference(value) >= 0), firstWhere((value) => difference(value) > 0)]
  return first.flatMap((value) => (value === null ? [] : [value - 1, value]))
}

/** The least whole number for which a condition holds that holds for all greater ones. Null if none or all do. */
function firstWhere(holds: (value: number) => boolean): number | null {
  let [below, above] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]
  if (!holds(above) || holds(below)) return null
  while (below < above) {
    // The sum of both can be too large to be exact.
    const middle = below + Math.floor((above - below) / 2)
    if (holds(middle)) above = middle
    else below = middle + 1
  }
  return above
}

type Part = number | Calculation

function readPart(node: ExpressionNode): Part | null {
  const constant = constantOf(node)
  return constant ?? readCalculation(node)
}

function constantOf(node: ExpressionNode): number | null {
  if (node.kind === 'literal') return typeof node.value === 'number' ? node.value : null
  const inner = node.kind === 'negation' ? constantOf(node.operand) : null
  return inner === null ? null : -inner
}

function combine(left: Part, right: Part, operator: ArithmeticOperator): Part | null {
  const apply = OPERATIONS[operator]
  if (typeof right === 'number') {
    if (operator === '/' && right === 0) return null
    if (typeof left === 'number') return apply(left, right)
    return { ...left, resultOf: (value) => apply(left.resultOf(value), right) }
  }
  if (typeof left !== 'number' || operator === '/') return null
  return { ...right, resultOf: (value) => apply(left, right.resultOf(value)) }
}
