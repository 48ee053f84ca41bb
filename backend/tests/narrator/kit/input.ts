import type { StoryView } from '@llm-gamebook/story'
import type { NarratorInput } from '../../../src/narrator/narratorInput.ts'

/** A turn in a given view; everything else as at the first words of a player who has been nowhere else. */
export function inputOf(view: StoryView, over: Partial<NarratorInput> = {}): NarratorInput {
  return {
    view,
    before: view,
    words: null,
    turn: 1,
    results: [],
    told: view.places.map(({ nodeId }) => nodeId),
    cameFrom: {},
    ...over,
  }
}

export function viewOf(over: Partial<StoryView>): StoryView {
  return {
    title: 'The Well at Midnight',
    summary: 'The village well has begun to answer back.',
    language: null,
    places: [],
    entities: [],
    functions: [],
    closed: [],
    ending: null,
    ...over,
  }
}

type TargetView = NonNullable<StoryView['functions'][number]['targets']>[number]

export function target(id: string, over: Partial<TargetView> = {}): TargetView {
  return { id, label: null, name: null, description: null, ...over }
}

/** The rest of a function that only moves a graph. */
export const MOVES = { ownerId: 'player', action: 'graph/transition', parameters: [] } as const
