import type { TypeDraft } from '../../reading/draft.ts'
import { report } from '../../reading/reporter.ts'
import { suggest } from '../../reading/suggestion.ts'
import type { Scope } from './scope.ts'

/** The type of the nodes of a type's graphs. Null, and reported, where there is none that can be it. */
export function resolveNodeType({ nodeTypeId }: TypeDraft, { draft, types }: Scope): TypeDraft | null {
  if (nodeTypeId === null) return null
  const { value, place } = nodeTypeId
  const nodeType = types.get(value)
  if (nodeType === undefined) {
    if (draft.complete && draft.types.every(({ id }) => id !== null)) {
      const hint = suggest(value, types.keys(), 'Write the id of an entity type of this gamebook.')
      report(place, 'unknown-type', `There is no entity type "${value}".`, hint)
    }
    return null
  }
  if (nodeType.traits.includes('graph_node')) return nodeType
  if (nodeType.traitsSound) {
    const hint = `Add "graph_node" to the traits of "${value}", or write another type.`
    report(place, 'wrong-trait', `The type "${value}" has no trait "graph_node".`, hint)
  }
  return null
}
