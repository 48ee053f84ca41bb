import type { ChangeRecord, EffectRecord } from '@llm-gamebook/story'
import { z } from 'zod'

import type { Message } from '../../messages/message.ts'
import { type PathMessage, rawStateOf } from '../../messages/pathMessage.ts'

/** Where an answer left the player, and where the player came from. */
export interface Places {
  /** By graph; without those at which the player has not moved. */
  readonly nodes: Readonly<Record<string, string>>
  readonly moves: readonly Move[]
}

/** A graph, and the node that the player left. */
export type Move = readonly [graphId: string, nodeId: string]

const FIELD = 'current_node_id'

/** Answers never change and every turn needs all of them, so each is read once. */
const known = new WeakMap<PathMessage, Places>()

export function placesOf(message: PathMessage): Places {
  const before = known.get(message)
  if (before !== undefined) return before
  const places = { nodes: nodesIn(rawStateOf(message)), moves: movesIn(message.receipts) }
  known.set(message, places)
  return places
}

const SavedNodes = z.object({
  entities: z.record(z.string(), z.object({ [FIELD]: z.string() }).catch({ [FIELD]: '' })),
})

/** Includes nodes that the gamebook no longer has, which do no harm. */
function nodesIn(state: unknown): Places['nodes'] {
  const saved = SavedNodes.safeParse(state)
  const nodes = Object.entries(saved.data?.entities ?? {}).map(([id, fields]) => [id, fields[FIELD]] as const)
  return Object.fromEntries(nodes.filter(([, node]) => node !== ''))
}

export function movesIn(receipts: Message['receipts']): readonly Move[] {
  return receipts.flatMap(({ receipt }) =>
    changesIn(receipt).flatMap(({ entity, field, before }) =>
      field === FIELD && typeof before === 'string' ? [[entity, before] as const] : [],
    ),
  )
}

function changesIn({ changes, effects = [] }: EffectRecord): readonly ChangeRecord[] {
  return [...changes, ...effects.flatMap(changesIn)]
}
