import type { Entity, TraitName } from '../gamebook/gamebook.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { clockFacts } from './clock/prompt.ts'
import { containerFacts } from './container/prompt.ts'
import { graphFacts } from './graph/prompt.ts'

type TellFacts = (world: World, entity: Entity, report: ReportFailure) => readonly string[]

/** What each trait tells of an entity in the state of a turn, one fact a line. */
export const traitFacts: Readonly<Record<TraitName, TellFacts>> = {
  described: () => [],
  graph: graphFacts,
  graph_node: () => [],
  clock: clockFacts,
  item: () => [],
  container: containerFacts,
}
