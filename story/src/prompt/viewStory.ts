import type { Entity } from '../gamebook/gamebook.ts'
import { THE_END } from '../play/listEndings.ts'
import { offeredFunctions } from '../play/offeredFunctions.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { renderDescription, renderName } from '../traits/described/prompt.ts'
import { currentNodeId } from '../traits/graph/currentNode.ts'
import { closedExits } from '../traits/graph/prompt.ts'
import { isVisible } from '../traits/visibility.ts'
import { findInventories } from '../play/findInventories.ts'
import { placeGraphs } from '../play/placeGraphs.ts'
import { sectionText } from './sections.ts'
import { promptTypes } from './promptType.ts'
import type { EndingView, GraphView, StoryView } from './view.ts'
import { viewClock, viewEntity } from './viewEntity.ts'
import { viewDetails } from './viewDetails.ts'
import { viewFunction } from './viewFunction.ts'
import { viewRefused } from './viewRefused.ts'
import { viewExpecting, viewSpeakers } from './viewSpeakers.ts'

export function viewStory(world: World, report: ReportFailure): StoryView {
  const { gamebook } = world
  const inPrompt = promptTypes(gamebook).flatMap((type) =>
    type.entities.filter((entity) => isVisible(world, entity, report)).map((entity) => ({ type, entity })),
  )
  const graphEntities = inPrompt.map(({ entity }) => entity).filter((entity) => entity.graph !== undefined)
  const graphs = graphEntities.flatMap((graph) => viewGraph(world, graph, report))
  const current = new Set(graphs.map((graph) => graph.nodeId))
  return {
    title: gamebook.title,
    summary: gamebook.description?.trim() ?? null,
    language: sectionText(gamebook, 'language'),
    graphs,
    placeGraphIds: placeGraphs(gamebook).map(({ id }) => id),
    entities: inPrompt.flatMap(({ type, entity }) =>
      entity.described === undefined || current.has(entity.id) ? [] : [viewEntity(world, type, entity, report)],
    ),
    inventoryIds: findInventories(world).map(({ id }) => id),
    clocks: inPrompt.flatMap(({ entity }) => viewClock(world, entity)),
    speakers: viewSpeakers(world, report),
    expecting: viewExpecting(world, report),
    suggestions: gamebook.suggestions,
    functions: offeredFunctions(world, report)
      .filter(({ fn }) => fn.mainAction?.kind !== 'nudge')
      .map((offered) => viewFunction(world, offered, report)),
    refused: viewRefused(world, report),
    closed: graphEntities.flatMap((graph) =>
      closedExits(world, graph, report).map(({ id, label, name, otherwise }) => ({
        graphId: graph.id,
        id,
        label,
        name,
        reason: otherwise,
      })),
    ),
    ending: viewEnding(world),
  }
}

/** Null while the story runs. */
export function viewEnding({ gamebook, state: { ended } }: World): EndingView | null {
  if (ended === undefined) return null
  if ('reason' in ended) return { title: THE_END, kind: 'neutral', text: ended.reason }
  return {
    title: ended.title,
    kind: ended.kind,
    text: gamebook.entities.get(ended.node)?.graphNode?.ending?.text?.trim() ?? null,
  }
}

/** Null if the player's place is not visible. */
export function viewPlayerLocation(world: World, report: ReportFailure): GraphView | null {
  return placeGraphs(world.gamebook).flatMap((graph) => viewGraph(world, graph, report))[0] ?? null
}

function viewGraph(world: World, graph: Entity, report: ReportFailure): readonly GraphView[] {
  const node = world.gamebook.entities.get(currentNodeId(world, graph))
  if (node?.described === undefined || !isVisible(world, node, report)) return []
  const graphName = graph.described === undefined ? null : renderName(world, graph, report)
  return [
    {
      graphId: graph.id,
      graphName,
      nodeId: node.id,
      name: renderName(world, node, report),
      description: renderDescription(world, node, report),
      details: viewDetails(world, node, report),
    },
  ]
}
