import type { TypeDraft } from '../read/draft.ts'
import { report } from '../diagnostics/reporter.ts'
import type { Scope } from '../resolve/scope.ts'

/** Warns about types that are never sent to the narrator, and about nodes without descriptions. */
export function checkInstructions({ draft, types }: Scope): void {
  for (const type of draft.types) {
    if (lacksInstructions(type) && !isMisspelled(type)) {
      report(
        type.location,
        'type-not-told',
        'Without "instructions", this type and its entities are never sent to the narrator.',
        'Add "instructions: …", or "hidden: true" if that is intended.',
      )
    }
    checkNodesDescribed(type, types.get(type.nodeTypeId?.value ?? ''))
  }
}

/** Nodes reach the narrator through their graph. */
function lacksInstructions({ traits, entities, instructions, hidden, instructionsSound }: TypeDraft): boolean {
  const needsInstructions = traits.includes('described') && !traits.includes('graph_node') && entities.length > 0
  return needsInstructions && instructions === null && !hidden && instructionsSound
}

/** Whether a key of the type was probably meant as its instructions, which is reported there. */
function isMisspelled({ location }: TypeDraft): boolean {
  return location.reporter
    .misspellings()
    .some(({ meant, location: { path } }) => meant === 'instructions' && path?.parent === location.path)
}

function checkNodesDescribed({ nodeTypeId, entities }: TypeDraft, nodeType: TypeDraft | undefined): void {
  if (nodeTypeId === null || nodeType === undefined || entities.length === 0) return
  if (!nodeType.traitsSound || !nodeType.traits.includes('graph_node') || nodeType.traits.includes('described')) return
  report(
    nodeTypeId.location,
    'node-not-described',
    `The nodes of the type "${nodeTypeId.value}" have no descriptions for the narrator.`,
    `Add "described" to the traits of "${nodeTypeId.value}".`,
  )
}
