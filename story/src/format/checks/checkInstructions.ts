import type { TypeDraft } from '../read/draft.ts'
import { report } from '../diagnostics/reporter.ts'
import type { Scope } from '../resolve/scope.ts'

/** Warns of what the narrator will never be told although it is described, or has nothing to tell of. */
export function checkInstructions({ draft, types }: Scope): void {
  for (const type of draft.types) {
    if (isForgotten(type)) {
      report(
        type.place,
        'type-not-told',
        'Without instructions this type and its entities are not told to the narrator.',
        'Add "instructions: …", or "hidden: true" if it is meant so.',
      )
    }
    checkNodesDescribed(type, types.get(type.nodeTypeId?.value ?? ''))
  }
}

/** Nodes are told by their graph. */
function isForgotten({ traits, entities, instructions, hidden, tellingSound }: TypeDraft): boolean {
  const tellsItself = traits.includes('described') && !traits.includes('graph_node') && entities.length > 0
  return tellsItself && instructions === null && !hidden && tellingSound
}

function checkNodesDescribed({ nodeTypeId, entities }: TypeDraft, nodeType: TypeDraft | undefined): void {
  if (nodeTypeId === null || nodeType === undefined || entities.length === 0) return
  if (!nodeType.traitsSound || !nodeType.traits.includes('graph_node') || nodeType.traits.includes('described')) return
  report(
    nodeTypeId.place,
    'node-not-described',
    `The nodes of the type "${nodeTypeId.value}" have no descriptions for the narrator to tell.`,
    `Add "described" to the traits of "${nodeTypeId.value}".`,
  )
}
