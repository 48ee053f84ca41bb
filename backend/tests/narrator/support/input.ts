import type { StoryView } from '@llm-gamebook/story'
import type { CallResult, NarratorInput } from '../../../src/narrator/narratorInput.ts'

/** A turn in a given view; everything else as at the first words of a player who has been nowhere else. */
export function inputOf(view: StoryView, over: Partial<NarratorInput> = {}): NarratorInput {
  return {
    view,
    before: view,
    message: null,
    openMessages: [],
    turn: 1,
    narrations: [],
    results: [],
    describedNodeIds: view.graphs.map(({ nodeId }) => nodeId),
    cameFrom: {},
    ...over,
  }
}

/** Graphs that have no name of their own are of places. */
export function viewOf(over: Partial<StoryView>): StoryView {
  const graphs = over.graphs ?? []
  return {
    title: 'The Well at Midnight',
    summary: 'The village well has begun to answer back.',
    language: null,
    graphs,
    placeGraphIds: graphs.flatMap(({ graphId, graphName }) => (graphName === null ? [graphId] : [])),
    entities: [],
    inventoryIds: [],
    clocks: [],
    functions: [],
    refused: [],
    closed: [],
    ending: null,
    ...over,
  }
}

type TargetView = NonNullable<StoryView['functions'][number]['targets']>[number]

export function target(id: string, over: Partial<TargetView> = {}): TargetView {
  return { id, nodeId: id, label: null, name: null, description: null, ...over }
}

export function entity(
  over: Pick<StoryView['entities'][number], 'id' | 'name'> & Partial<StoryView['entities'][number]>,
): StoryView['entities'][number] {
  return {
    typeName: 'Thing',
    description: '',
    isNode: false,
    isConstant: true,
    isItem: false,
    isContainer: false,
    heldBy: null,
    fields: [],
    ...over,
  }
}

/** A call that was done, or refused. */
export function called(name: string, over: Partial<CallResult> = {}): CallResult {
  return {
    function: name,
    args: {},
    result: 'success',
    description: '',
    action: null,
    narrations: [],
    rolls: [],
    ...over,
  }
}

/** What all functions have in common that only move a graph. */
export const MOVES = { ownerId: 'owner', action: 'graph/transition', parameters: [] } as const
