import {
  BinaryOperationNode,
  type CompiledQuery,
  DeleteQueryNode,
  InsertQueryNode,
  type OperationNode,
  OperatorNode,
  ReferenceNode,
  SelectQueryNode,
  TableNode,
  UpdateQueryNode,
  ValueNode,
  type WhereNode,
} from 'kysely'

import { Together } from '../runTogether.ts'

/** What a statement may have changed. */
export interface Write {
  /** The name of the table in the database; null if it may be any. */
  readonly table: string | null
  /** The id of the only row; null if it may be any. */
  readonly id: string | null
}

/** None for a statement that only reads. A statement that isn't recognized counts as changing anything. */
export function writesOf(statement: CompiledQuery): readonly Write[] {
  if (statement instanceof Together) return statement.statements.flatMap(writesOf)
  const { query, sql, parameters } = statement
  if (SelectQueryNode.is(query) || CHANGES_NOTHING.test(sql)) return []
  if (InsertQueryNode.is(query)) return [{ table: nameOf(query.into), id: null }]
  if (UpdateQueryNode.is(query)) return [{ table: nameOf(query.table), id: rowOf(query.where, parameters) }]
  if (DeleteQueryNode.is(query)) return [{ table: nameOf(query.from.froms[0]), id: rowOf(query.where, parameters) }]
  return [{ table: null, id: null }]
}

/** `watchWrites` reports the writes of a transaction when it ends. */
const CHANGES_NOTHING = /^\s{0,99}(?:select|begin|start transaction|commit|rollback)\b/i

const nameOf = (node: OperationNode | undefined): string | null =>
  node !== undefined && TableNode.is(node) ? node.table.identifier.name : null

/** A statement may run with different parameters than it was built with. Those of its condition come last. */
function rowOf(condition: WhereNode | undefined, parameters: readonly unknown[]): string | null {
  const id = parameters.at(-1)
  return condition !== undefined && comparesId(condition.where) && typeof id === 'string' ? id : null
}

const comparesId = (node: OperationNode): boolean =>
  BinaryOperationNode.is(node) &&
  isId(node.leftOperand) &&
  OperatorNode.is(node.operator) &&
  node.operator.operator === '=' &&
  ValueNode.is(node.rightOperand)

const isId = (node: OperationNode): boolean =>
  ReferenceNode.is(node) && 'column' in node.column && node.column.column.name === 'id'
