import { childrenOf } from '../../expressions/syntax/childrenOf.ts'
import type { ExpressionNode } from '../../expressions/syntax/syntax.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { MAX_START_ANSWER } from '../../state/startAnswers.ts'
import type { StartQuestion } from '../../state/startQuestions.ts'
import { findParts } from '../programs/gamebookParts.ts'

const MAX_TEXTS = 16

/** Answers to a question that can make a difference, the start value first. */
export function listAnswers(gamebook: Gamebook, { declaration, suggestion }: StartQuestion): readonly string[] {
  const others = declaration.values ?? [...textsInRules(gamebook), 'something']
  const texts = new Set([suggestion, ...others.filter((value) => typeof value === 'string')])
  return [...texts].slice(0, MAX_TEXTS)
}

function textsInRules(gamebook: Gamebook): readonly string[] {
  const known = textsByGamebook.get(gamebook)
  if (known !== undefined) return known
  const texts = new Set([...findParts(gamebook).expressions.keys()].flatMap(({ root }) => textsIn(root)))
  const short = [...texts].filter(({ length }) => length <= MAX_START_ANSWER)
  textsByGamebook.set(gamebook, short)
  return short
}

const textsByGamebook = new WeakMap<Gamebook, readonly string[]>()

function textsIn(node: ExpressionNode): readonly string[] {
  if (node.kind !== 'literal') return childrenOf(node).flatMap(textsIn)
  return typeof node.value === 'string' ? [node.value] : []
}
