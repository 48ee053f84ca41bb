import { childrenOf } from '../../expressions/syntax/childrenOf.ts'
import type { ExpressionNode } from '../../expressions/syntax/syntax.ts'
import type { Expression } from '../../expressions/expression.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { GamebookParts } from './gamebookParts.ts'

/** The placeholders of names and descriptions that an expression can read, and so compare. */
export function readableTexts(gamebook: Gamebook, expressions: GamebookParts['expressions']): ReadonlySet<Expression> {
  const texts = [...gamebook.entities.values()].flatMap(({ described }) =>
    described === undefined ? [] : [described.name, described.description],
  )
  const parts = texts.flatMap((text) => (text.kind === 'template' ? text.parts : []))
  const placeholders = parts.filter((part) => typeof part !== 'string')
  const isRead = placeholders.length > 0 && [...expressions.keys()].some(({ root }) => readsText(gamebook, root))
  return new Set(isRead ? placeholders : [])
}

/** Whether an expression reads a name or description that has placeholders. */
function readsText(gamebook: Gamebook, node: ExpressionNode): boolean {
  if (node.kind !== 'path') return childrenOf(node).some((child) => readsText(gamebook, child))
  const last = node.steps.at(-1)?.name
  if (last !== 'name' && last !== 'description') return false
  const described = node.steps.length === 1 ? gamebook.entities.get(node.head.name)?.described : undefined
  return described?.[last].kind !== 'constant'
}
