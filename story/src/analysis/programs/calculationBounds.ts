import type { ArithmeticOperator, ExpressionNode, PathNode } from '../../expressions/syntax/syntax.ts'

/** A calculation with one whole number and otherwise constants, such as `coins / 2 - 3` or `10 / coins`. */
export interface Calculation {
  readonly field: PathNode
  /** Its result, exactly as the engine calculates it. */
  readonly resultOf: (value: number) => number
  /** Where it only rises with the field, or only falls. It fails for all numbers between them. Ascending. */
  readonly ranges: readonly Range[]
}

/** The whole numbers from one to another, both included. */
interface Range {
  readonly from: number
  readonly to: number
}

const EVERYTHING: Range = { from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER }

const OPERATIONS: Record<ArithmeticOperator, (left: number, right: number) => number> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
}

/** Null if it is something else, or if its result can be too large. */
export function readCalculation(node: ExpressionNode): Calculation | null {
  switch (node.kind) {
    case 'path':
      return { field: node, resultOf: (value) => value, ranges: [EVERYTHING] }
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

/** The whole numbers between which a calculation either fails or doesn't. */
export function failureBounds({ ranges }: Calculation): readonly number[] {
  return ranges.flatMap(endsOf)
}

/** The whole numbers between which the comparison of a calculation with a constant never changes. */
export function boundsOf({ resultOf, ranges }: Calculation, constant: number): readonly number[] {
  return ranges.flatMap((range) => splitAt(range, resultOf, constant).flatMap(endsOf))
}

function endsOf({ from, to }: Range): readonly number[] {
  return [...(from === EVERYTHING.from ? [] : [from]), ...(to === EVERYTHING.to ? [] : [to])]
}

/** The parts of a range in which the result is on one side of a constant, or the constant itself. */
function splitAt({ from, to }: Range, resultOf: Calculation['resultOf'], constant: number): readonly Range[] {
  const sign = resultOf(from) <= resultOf(to) ? 1 : -1
  const difference = (value: number): number => sign * (resultOf(value) - constant)
  const equal = firstWhere({ from, to }, (value) => difference(value) >= 0)
  const beyond = firstWhere({ from, to }, (value) => difference(value) > 0)
  const parts = [
    { from, to: equal - 1 },
    { from: equal, to: beyond - 1 },
    { from: beyond, to },
  ]
  return parts.filter((part) => part.from <= part.to)
}

/** The least number of a range for which a condition holds that holds for all greater ones; the one after it without any. */
function firstWhere({ from, to }: Range, holds: (value: number) => boolean): number {
  if (!holds(to)) return to + 1
  let [below, above] = [from, to]
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
    return unlessTooLarge({ ...left, resultOf: (value) => apply(left.resultOf(value), right) })
  }
  if (typeof left !== 'number') return null
  const ranges = operator === '/' ? rangesAround(right, 0) : right.ranges
  return unlessTooLarge({ ...right, ranges, resultOf: (value) => apply(left, right.resultOf(value)) })
}

/** Where the result is less than a constant, and where it is greater. */
function rangesAround({ resultOf, ranges }: Calculation, constant: number): readonly Range[] {
  const parts = ranges.flatMap((range) => splitAt(range, resultOf, constant))
  return parts.filter(({ from }) => resultOf(from) !== constant)
}

/** Within a range, no result is farther from 0 than those of its ends. */
function unlessTooLarge(calculation: Calculation): Calculation | null {
  const { resultOf, ranges } = calculation
  const isFinite = ranges.every(({ from, to }) => [from, to].every((end) => Number.isFinite(resultOf(end))))
  return isFinite ? calculation : null
}
