import { callsIn, effectsOfEntity, effectsOfFunction } from '../gamebook/flattenEffects.ts'
import type { ActionCall, EndingKind, EventCall, Gamebook, NudgeCall } from '../gamebook/gamebook.ts'
import type { Ended } from '../state/storyState.ts'
import { startState } from '../state/storyState.ts'
import { worldOf } from '../traits/worldOf.ts'
import { renderName } from '../traits/described/prompt.ts'

export interface EndingSummary {
  /** The node; for an ending without one, a colon and its reason. */
  readonly nodeId: string
  readonly title: string
  readonly kind: EndingKind
}

/** The nodes that are endings, in the order of the file: those that players can collect. */
export function listEndingNodes(gamebook: Gamebook): readonly EndingSummary[] {
  const world = worldOf(gamebook, startState(0))
  return [...gamebook.entities.values()].flatMap((node): readonly EndingSummary[] => {
    const ending = node.graphNode?.ending
    return ending == null
      ? []
      : [{ nodeId: node.id, title: ending.title ?? renderName(world, node), kind: ending.kind }]
  })
}

/** The nodes, then the ends that `core/end-game` gives with a fixed reason, or with none. */
export function listEndings(gamebook: Gamebook): readonly EndingSummary[] {
  const reasons = new Set(listCalls(gamebook).flatMap(fixedReason))
  return [
    ...listEndingNodes(gamebook),
    ...[...reasons].map((reason): EndingSummary => ({
      nodeId: endingId({ reason }),
      title: reason ?? THE_END,
      kind: 'neutral',
    })),
  ]
}

/** The title of an end without a node. */
export const THE_END = 'The end'

/** An id is stored, so it must not be as long as a text can be. */
const MAX_REASON = 200

/** The id of an ending as `listEndings` gives it. */
export function endingId(ended: Ended): string {
  return 'node' in ended ? ended.node : `:${(ended.reason ?? '').slice(0, MAX_REASON)}`
}

function listCalls({ functions, triggers, entities }: Gamebook): readonly (ActionCall | EventCall | NudgeCall)[] {
  const effects = [
    ...functions.flatMap(effectsOfFunction),
    ...triggers.flatMap((trigger) => trigger.effects),
    ...[...entities.values()].flatMap(effectsOfEntity),
  ]
  return [...functions.flatMap(({ mainAction }) => mainAction ?? []), ...callsIn(effects)]
}

/** Empty for another action, and for a reason that only play knows. */
function fixedReason({ action, args }: ReturnType<typeof listCalls>[number]): readonly (string | null)[] {
  if (action !== 'core/end-game') return []
  const reason = args.get('reason') ?? null
  return reason === null || typeof reason === 'string' ? [reason] : []
}
