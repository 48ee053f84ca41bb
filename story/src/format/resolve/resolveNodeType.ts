import type { TypeDraft } from '../read/draft.ts'
import { report } from '../diagnostics/reporter.ts'
import { isKnownType } from './resolveFields.ts'
import type { Scope } from './scope.ts'

/** The type of the nodes of a type's graphs. Null, and reported, if it is missing or unsuitable. */
export function resolveNodeType({ nodeTypeId }: TypeDraft, scope: Scope): TypeDraft | null {
  if (nodeTypeId === null || !isKnownType(nodeTypeId, scope)) return null
  const { value, location } = nodeTypeId
  const nodeType = scope.types.get(value)
  if (nodeType === undefined) return null
  if (nodeType.traits.includes('graph_node')) return nodeType
  if (nodeType.traitsSound) {
    const hint = `Add "graph_node" to the traits of "${value}", or write another type.`
    report(location, 'wrong-trait', `The type "${value}" lacks the trait "graph_node".`, hint)
  }
  return null
}
