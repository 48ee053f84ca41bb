import type { TraitName } from '../gamebook/gamebook.ts'
import type { Kinds } from './kinds.ts'

/** What the fields of some entities hold, by field. */
export type FieldKinds = Readonly<Record<string, Kinds>>

/** The fields that every entity has. */
export const commonFields: FieldKinds = { id: ['text'], revealed: ['boolean'] }

/** The fields that each trait lets an expression read, and what they hold. `traits/<trait>/read.ts` reads them. */
export const traitFields = {
  described: { name: ['text'], description: ['text'], enabled: ['boolean'] },
  graph: { node_ids: ['list'], nodes: ['list'], current_node_id: ['text'], current_node: ['entity'] },
  graph_node: {
    edge_ids: ['list'],
    edges: ['list'],
    requires: ['boolean'],
    otherwise: ['text', 'null'],
    ending: ['boolean'],
  },
  clock: { start: ['text'], minutes: ['number'], day: ['number'], time_of_day: ['text'] },
  item: { held_by: ['text', 'null'], holder: ['entity', 'null'], portable: ['boolean'] },
  container: { capacity: ['number', 'null'], open: ['boolean'], items: ['list'] },
} as const satisfies Record<TraitName, FieldKinds>

/** Keys the readers of one trait, so that a field without a reader does not compile. */
export type FieldOf<Trait extends TraitName> = keyof (typeof traitFields)[Trait]
