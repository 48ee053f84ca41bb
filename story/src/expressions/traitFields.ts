import type { TraitName } from '../gamebook/gamebook.ts'
import type { Kinds } from './kinds.ts'

/** The kinds of fields, by name. */
export type FieldKinds = Readonly<Record<string, Kinds>>

/** The fields that every entity has. */
export const commonFields: FieldKinds = { id: ['text'], revealed: ['boolean'] }

/** The fields that each trait adds to expressions. `traits/<trait>/read.ts` reads them. */
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
  speaker: {},
  container: { capacity: ['number', 'null'], open: ['boolean'], items: ['list'] },
} as const satisfies Record<TraitName, FieldKinds>

/** The keys of a trait's readers: a field without a reader doesn't compile. */
export type FieldOf<Trait extends TraitName> = keyof (typeof traitFields)[Trait]
