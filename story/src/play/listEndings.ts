import type { EndingKind, Gamebook } from '../gamebook/gamebook.ts'
import { startState } from '../state/storyState.ts'
import { worldOf } from '../traits/worldOf.ts'
import { renderName } from '../traits/described/prompt.ts'

export interface EndingSummary {
  readonly nodeId: string
  readonly title: string
  readonly kind: EndingKind
}

/** Endings are in the order of the file. */
export function listEndings(gamebook: Gamebook): readonly EndingSummary[] {
  const world = worldOf(gamebook, startState(0))
  return [...gamebook.entities.values()].flatMap((node) => {
    const ending = node.graphNode?.ending
    return ending == null
      ? []
      : [{ nodeId: node.id, title: ending.title ?? renderName(world, node), kind: ending.kind }]
  })
}
