import { childrenOf } from '../../expressions/syntax/childrenOf.ts'
import type { ExpressionNode } from '../../expressions/syntax/syntax.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { listRules } from './rule.ts'

/** The constants in the rules of a gamebook. */
export interface Literals {
  readonly texts: readonly string[]
  readonly numbers: readonly number[]
}

export function literalsOf(gamebook: Gamebook): Literals {
  const known = literals.get(gamebook)
  if (known !== undefined) return known
  const values = new Set(
    listRules(gamebook).flatMap(({ reads }) => [...reads.expressions.keys()].flatMap(({ root }) => valuesIn(root))),
  )
  const found = {
    texts: [...values].filter((value) => typeof value === 'string'),
    numbers: [...values].filter((value) => typeof value === 'number'),
  }
  literals.set(gamebook, found)
  return found
}

const literals = new WeakMap<Gamebook, Literals>()

function valuesIn(node: ExpressionNode): readonly (string | number | boolean | null)[] {
  return node.kind === 'literal' ? [node.value] : childrenOf(node).flatMap(valuesIn)
}
