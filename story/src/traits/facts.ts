import type { Entity, TraitName } from '../gamebook/gamebook.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { clockFacts } from './clock/prompt.ts'
import { containerFacts } from './container/prompt.ts'
import { graphFacts } from './graph/prompt.ts'
import { itemFacts } from './item/prompt.ts'

type FactsOf = (world: World, entity: Entity, report: ReportFailure) => readonly string[]

/** The facts of each trait about an entity, one per line. */
export const traitFacts: Readonly<Record<TraitName, FactsOf>> = {
  described: () => [],
  graph: graphFacts,
  graph_node: () => [],
  clock: clockFacts,
  item: itemFacts,
  container: containerFacts,
  speaker: () => [],
}
