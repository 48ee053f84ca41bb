/** A node of an expression's syntax tree; `start` and `end` are offsets in its source. */
export type ExpressionNode =
  | LiteralNode
  | ListNode
  | PathNode
  | VisitNode
  | DiscussedNode
  | CallNode
  | NotNode
  | NegationNode
  | LogicalNode
  | ComparisonNode
  | ArithmeticNode
  | ConditionalNode

export interface Span {
  readonly start: number
  readonly end: number
}

export interface LiteralNode extends Span {
  readonly kind: 'literal'
  readonly value: null | boolean | number | string
}

export interface ListNode extends Span {
  readonly kind: 'list'
  readonly elements: readonly ExpressionNode[]
}

/** `head.first.second`; the head is the id of an entity. */
export interface PathNode extends Span {
  readonly kind: 'path'
  readonly head: Name
  /** At least one. */
  readonly steps: readonly Name[]
}

export interface Name extends Span {
  readonly name: string
}

/** `visited(graph, node)` or `visits(graph, node)`: the graph is a fixed id, the node is an expression. */
export interface VisitNode extends Span {
  readonly kind: 'visited' | 'visits'
  readonly graph: Name
  readonly node: ExpressionNode
}

/** `discussed(speaker, topic)`: the speaker is a fixed id, the topic is an expression. */
export interface DiscussedNode extends Span {
  readonly kind: 'discussed'
  readonly speaker: Name
  readonly topic: ExpressionNode
}

export interface CallNode extends Span {
  readonly kind: 'call'
  readonly function: FunctionName
  /** At least one; `count`, `abs` and `floor` have exactly one. */
  readonly arguments: readonly ExpressionNode[]
}

export type FunctionName = 'count' | 'min' | 'max' | 'abs' | 'floor'

export interface NotNode extends Span {
  readonly kind: 'not'
  readonly operand: ExpressionNode
}

/** Unary minus. */
export interface NegationNode extends Span {
  readonly kind: 'negation'
  readonly operand: ExpressionNode
}

export interface LogicalNode extends Span {
  readonly kind: 'and' | 'or'
  /** At least two. */
  readonly operands: readonly ExpressionNode[]
}

export interface ComparisonNode extends Span {
  readonly kind: 'comparison'
  readonly operator: ComparisonOperator
  /** The position of the operator. */
  readonly at: number
  readonly left: ExpressionNode
  readonly right: ExpressionNode
}

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in'

/** A chain of `+ -` or of `* /`, evaluated from left to right: a long sum doesn't become a deep tree. */
export interface ArithmeticNode extends Span {
  readonly kind: 'arithmetic'
  readonly first: ExpressionNode
  /** At least one. */
  readonly rest: readonly ArithmeticStep[]
}

export interface ArithmeticStep {
  readonly operator: ArithmeticOperator
  readonly operand: ExpressionNode
}

export type ArithmeticOperator = '+' | '-' | '*' | '/'

/** `a if x else b if y else c`: a chain of any length is one node, so it doesn't become a deep tree. */
export interface ConditionalNode extends Span {
  readonly kind: 'conditional'
  /** At least one; the first whose condition is true gives the value. */
  readonly branches: readonly Branch[]
  /** The value if no condition is true; the empty text in a placeholder without the last `else`. */
  readonly otherwise: ExpressionNode
}

export interface Branch {
  readonly value: ExpressionNode
  readonly condition: ExpressionNode
}
