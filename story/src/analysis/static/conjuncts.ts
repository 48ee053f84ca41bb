import type { Condition } from '../../expressions/expression.ts'
import type { ExpressionNode } from '../../expressions/syntax/syntax.ts'

/** The parts of a condition that must all be true. */
export function conjunctsOf({ terms }: Condition): readonly ExpressionNode[] {
  return terms.flatMap((term) => (typeof term === 'object' ? partsOf(term.root) : []))
}

function partsOf(node: ExpressionNode): readonly ExpressionNode[] {
  return node.kind === 'and' ? node.operands.flatMap(partsOf) : [node]
}

type Literal = null | boolean | number | string

/** A field of an entity that must have this value. */
export interface FieldTest {
  readonly entityId: string
  readonly field: string
  readonly value: Literal
}

/** Reads `x.f == value`, `x.f` (true) and `not x.f` (false); undefined for anything else. */
export function fieldTest(node: ExpressionNode): FieldTest | undefined {
  if (node.kind === 'path') return testOf(node, true)
  if (node.kind === 'not') return node.operand.kind === 'path' ? testOf(node.operand, false) : undefined
  if (node.kind !== 'comparison' || node.operator !== '==') return undefined
  const [path, literal] = node.left.kind === 'path' ? [node.left, node.right] : [node.right, node.left]
  return path.kind === 'path' && literal.kind === 'literal' ? testOf(path, literal.value) : undefined
}

function testOf({ head, steps }: ExpressionNode & { readonly kind: 'path' }, value: Literal): FieldTest | undefined {
  const [field] = steps
  return field === undefined || steps.length > 1 ? undefined : { entityId: head.name, field: field.name, value }
}
