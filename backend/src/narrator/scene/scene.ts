import type { StoryView } from '@llm-gamebook/story'
import type { NarratorInput } from '../narratorInput.ts'
import { listOptions } from './listOptions.ts'
import type { Option } from './option.ts'
import { sortEntities, type VisibleEntities } from './visibleEntities.ts'

type PlaceView = StoryView['graphs'][number]

/** The current story, prepared for the narrator. */
export interface Scene extends VisibleEntities {
  readonly view: StoryView
  readonly turn: number
  /** The player's place; null if it is not visible. */
  readonly place: PlaceView | null
  /** The visible graphs that are not maps. */
  readonly otherGraphs: readonly PlaceView[]
  readonly options: readonly Option[]
  /** Whether the place was described in an earlier turn. */
  readonly isKnownPlace: boolean
  /** The node that the player came from. */
  readonly cameFrom: string | null
  /** All visible texts of the author; they show which names are written in lowercase. */
  readonly authoredText: string
}

/** The scene of `input.view`, or of another view of the same turn. */
export function toScene(input: NarratorInput, view: StoryView = input.view): Scene {
  const placeGraphs = new Set(view.placeGraphIds)
  const place = view.graphs.find(({ graphId }) => placeGraphs.has(graphId)) ?? null
  return {
    view,
    turn: input.turn,
    place,
    otherGraphs: view.graphs.filter(({ graphId }) => !placeGraphs.has(graphId)),
    options: listOptions(view),
    isKnownPlace: place !== null && input.describedNodeIds.includes(place.nodeId),
    cameFrom: findOrigin(input, placeGraphs),
    authoredText: collectTexts(view),
    ...sortEntities(view),
  }
}

function findOrigin({ cameFrom }: NarratorInput, placeGraphs: ReadonlySet<string>): string | null {
  for (const graphId of placeGraphs) {
    const origin = cameFrom[graphId]
    if (origin !== undefined) return origin
  }
  return null
}

function collectTexts({ summary, graphs, entities, functions, closed, ending }: StoryView): string {
  const described = [...graphs, ...entities, ...functions].map(({ description }) => description)
  const labels = [...closed, ...functions.flatMap(({ targets }) => targets ?? [])].map(({ label }) => label)
  return [summary, ...described, ...labels.filter((label) => label !== null && /^\p{Ll}/u.test(label)), ending?.text]
    .filter((text) => typeof text === 'string')
    .join('\n')
}
