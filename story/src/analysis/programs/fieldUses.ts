import { childrenOf } from '../../expressions/syntax/childrenOf.ts'
import type { ComparisonNode, ExpressionNode } from '../../expressions/syntax/syntax.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { GamebookParts, Use } from './gamebookParts.ts'
import { literalOf } from './literalOf.ts'
import { readableTexts } from './readableTexts.ts'
import { UseRecord, type FieldUses } from './useRecord.ts'

/** How the rules of a gamebook use its variables. */
export function findFieldUses(gamebook: Gamebook, { expressions, calls }: GamebookParts): FieldUses {
  const record = new UseRecord(gamebook)
  const reader = new UseReader(record)
  const readable = readableTexts(gamebook, expressions)
  for (const [expression, use] of expressions) {
    reader.readNode(expression.root, use === 'text' && readable.has(expression) ? 'value' : use)
  }
  for (const call of calls) record.addCall(call)
  return record
}

/** Reads expressions, and records how they use variables. */
class UseReader {
  private readonly record: UseRecord

  constructor(record: UseRecord) {
    this.record = record
  }

  readNode(node: ExpressionNode, use: Use): void {
    switch (node.kind) {
      case 'path':
        if (use === 'truth') this.record.addComparison(node, 0, true)
        else if (use === 'value') this.record.addExact(node)
        return
      case 'visits':
        this.record.addVisits(node, use === 'truth' ? 0 : use === 'text' ? null : undefined)
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
      case 'comparison':
        return this.readComparison(node)
      case 'call': {
        const [list] = node.arguments
        if (node.function === 'count' && list?.kind === 'path') this.record.addCount(list)
        return node.arguments.forEach((argument) => this.readNode(argument, 'value'))
      }
      case 'arithmetic': {
        if (use === 'text' && this.record.addShownCalculation(node)) return
        const isSum = node.rest.every(({ operator }) => operator === '+' || operator === '-')
        return childrenOf(node).forEach((child) => this.readNode(child, isSum ? shownOr(use) : 'value'))
      }
      default:
        childrenOf(node).forEach((child) => this.readNode(child, 'value'))
    }
  }

  private readComparison(node: ComparisonNode): void {
    const { left, right, operator } = node
    if (operator === 'in' || operator === 'not in') {
      const elements = right.kind === 'list' ? right.elements.map(literalOf) : [undefined]
      if (left.kind === 'path' && elements.every((element) => element !== undefined)) {
        for (const element of elements) this.record.addComparison(left, element)
        return
      }
      this.record.addElement(right, literalOf(left))
    } else {
      const constant = literalOf(left) ?? literalOf(right)
      const other = literalOf(left) === undefined ? left : right
      if (constant !== undefined && other.kind === 'path') {
        if (typeof constant === 'string' && operator !== '==' && operator !== '!=') this.record.addOrder(other)
        return this.record.addComparison(other, constant)
      }
      if (typeof constant === 'number' && this.record.addCalculation(other, constant)) return
      if (typeof constant === 'number' && other.kind === 'visits') {
        this.record.addVisits(other, constant)
        return this.readNode(other.node, 'value')
      }
    }
    this.readNode(left, 'value')
    this.readNode(right, 'value')
  }
}

/** A sum that is shown can't fail, whatever the numbers are. */
function shownOr(use: Use): Use {
  return use === 'text' ? 'text' : 'value'
}
