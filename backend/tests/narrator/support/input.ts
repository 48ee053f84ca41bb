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
    knownPlaces: [],
    cameFrom: {},
    recentTexts: [],
    lastSpeakerId: null,
    ...over,
  }
}

type GraphView = StoryView['graphs'][number]
type GraphParts = Omit<GraphView, 'details'> & Partial<GraphView>

/** Graphs that have no name of their own are of places. */
export function viewOf(
  over: Partial<Omit<StoryView, 'graphs'>> & { readonly graphs?: readonly GraphParts[] },
): StoryView {
  const graphs = (over.graphs ?? []).map((graph) => ({ details: [], ...graph }))
  return {
    title: 'The Well at Midnight',
    summary: 'The village well has begun to answer back.',
    language: null,
    placeGraphIds: graphs.flatMap(({ graphId, graphName }) => (graphName === null ? [graphId] : [])),
    entities: [],
    inventoryIds: [],
    clocks: [],
    speakers: [],
    expecting: null,
    suggestions: true,
    functions: [],
    refused: [],
    closed: [],
    ending: null,
    ...over,
    graphs,
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
    details: [],
    ...over,
  }
}

/** A call that was done, or refused. */
export function called(name: string, over: Partial<CallResult> = {}): CallResult {
  return {
    function: name,
    args: {},
    result: 'applied',
    description: '',
    action: null,
    narrations: [],
    rolls: [],
    movedTo: null,
    ...over,
  }
}

/** What all functions have in common that only move a graph. */
export const MOVES = { ownerId: 'owner', action: 'graph/transition', parameters: [], asks: null } as const
