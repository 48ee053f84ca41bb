import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import type { Expression } from '../expression.ts'
import type { PathNode } from '../syntax/syntax.ts'
import { evaluatePath, getEntity, readStep } from './evaluatePath.ts'
import type { Read } from './read.ts'

/** Most paths are one field of one entity, which is looked up once for each gamebook. */
export function compilePath(node: PathNode, expression: Expression): Read {
  const { head, steps } = node
  const [step, ...others] = steps
  if (step === undefined || others.length > 0) return (scope) => evaluatePath(node, expression, scope)
  let known: { readonly gamebook: Gamebook; readonly entity: Entity } | undefined
  return (scope) => {
    const { locals, gamebook } = scope
    if (locals?.has(head.name) === true) return evaluatePath(node, expression, scope)
    if (known?.gamebook !== gamebook) known = { gamebook, entity: getEntity(head, expression, scope) }
    return readStep(known.entity, step, expression, scope)
  }
}
