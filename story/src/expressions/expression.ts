import type { Json } from '../json.ts'
import type { ExpressionNode } from './syntax/syntax.ts'

/** A parsed expression with its source: parsed once at load, evaluated at every read. */
export interface Expression {
  /** The author's text, including a leading `=`. */
  readonly source: string
  readonly root: ExpressionNode
  /** Finds the position of a character of `source` in the file; absent for an expression without a file. */
  readonly locate?: Locate
}

export type Locate = (offset: number) => FilePosition

/** Line and column from 1. */
export interface FilePosition {
  readonly line: number
  readonly column: number
}

/**
 * A field whose value is an expression, evaluated at every read and never stored.
 * It is a class because a mapping in a file could have the same shape as an object type.
 */
export class Computed {
  readonly expression: Expression

  constructor(expression: Expression) {
    this.expression = expression
  }
}

/** All terms must be true, left to right with short circuit. An empty list is true. */
export interface Condition {
  /** The author's text, for receipts. It is never sent to the model. */
  readonly source: Json
  readonly terms: readonly ConditionTerm[]
}

export type ConditionTerm = boolean | number | Expression

/** A text of the author: constant, with placeholders, or one expression. */
export type Text =
  | { readonly kind: 'constant'; readonly text: string }
  | { readonly kind: 'template'; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'computed'; readonly expression: Expression }

/** The value of an expression. Entities are compared by identity: there is one reference per entity. */
export type Value = null | boolean | number | string | readonly Value[] | EntityReference

export interface EntityReference {
  readonly entityId: string
}
