import type { Json } from '../json.ts'
import type { ExpressionNode } from './syntax/syntax.ts'

/** A parsed expression, kept with its text: parsed once at load, evaluated at every read. */
export interface Expression {
  /** The author's text, with a leading `=` where it was written. */
  readonly source: string
  readonly root: ExpressionNode
  /** Where a character of `source` stands in the file; absent for an expression without a file. */
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
 * A class, so that no mapping of a file can pass for it.
 */
export class Computed {
  readonly expression: Expression

  constructor(expression: Expression) {
    this.expression = expression
  }
}

/** Terms that must all hold, left to right with short circuit; an empty list holds. */
export interface Condition {
  /** As the author wrote it; shown in receipts, never to the model. */
  readonly source: Json
  readonly terms: readonly ConditionTerm[]
}

export type ConditionTerm = boolean | number | Expression

/** A text of the author: as it stands, with placeholders, or computed as a whole. */
export type Text =
  | { readonly kind: 'constant'; readonly text: string }
  | { readonly kind: 'template'; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'dynamic'; readonly expression: Expression }

/** What an expression evaluates to. Entities are compared by identity: there is one reference per entity. */
export type Value = null | boolean | number | string | readonly Value[] | EntityReference

export interface EntityReference {
  readonly entityId: string
}
