import type { Entity, TraitName } from '../gamebook.ts'
import type { ReportFailure } from '../state/tolerant.ts'
import type { World } from '../state/world.ts'
import { tellClock } from './clock/prompt.ts'
import { tellContainer } from './container/prompt.ts'
import { tellGraph } from './graph/prompt.ts'

type TellFacts = (world: World, entity: Entity, report: ReportFailure) => readonly string[]

/** What each trait tells of an entity in the state of a turn, one fact a line. */
export const factsOfTraits: Readonly<Record<TraitName, TellFacts>> = {
  described: () => [],
  graph: tellGraph,
  graph_node: () => [],
  clock: tellClock,
  item: () => [],
  container: tellContainer,
}
