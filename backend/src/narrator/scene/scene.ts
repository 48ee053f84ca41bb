import type { KnownPlaceView, StoryView } from '@llm-gamebook/story'
import type { NarratorInput } from '../narratorInput.ts'
import { listOptions } from './listOptions.ts'
import { contentWords } from '../words/contentWords.ts'
import { findNamedSpeakers } from './findNamedSpeakers.ts'
import type { Option } from './option.ts'
import { listSpeakers, type Speaker } from './speakers.ts'
import { sortEntities, type VisibleEntities } from './visibleEntities.ts'

type PlaceView = StoryView['graphs'][number]

/** The current story, prepared for the narrator. */
export interface Scene extends VisibleEntities {
  readonly view: StoryView
  readonly turn: number
  /** The player's message of this turn; null on the opening. */
  readonly message: string | null
  /** The last answers, oldest first. */
  readonly recentTexts: readonly string[]
  /** The player's place; null if it is not visible. */
  readonly place: PlaceView | null
  /** The visible graphs that are not maps. */
  readonly otherGraphs: readonly PlaceView[]
  readonly options: readonly Option[]
  /** The present speakers with what they can be asked about. */
  readonly speakers: readonly Speaker[]
  /** The speaker whom words without a name are for: who asked the player, was named last, or answered last. */
  readonly lastSpeakerId: string | null
  /** The answer to the open question of a speaker; null if none is open. */
  readonly expected: Option | null
  /** Whether the place was described in an earlier turn. */
  readonly isKnownPlace: boolean
  /** The places where the player has been, with the path to each from here. */
  readonly knownPlaces: readonly KnownPlaceView[]
  /** The node that the player came from. */
  readonly cameFrom: string | null
  /** All visible texts of the author; they show which names are written in lowercase. */
  readonly authoredText: string
}

/** The scene of `input.view`, or of another view of the same turn. */
export function toScene(input: NarratorInput, view: StoryView = input.view): Scene {
  const placeGraphs = new Set(view.placeGraphIds)
  const place = view.graphs.find(({ graphId }) => placeGraphs.has(graphId)) ?? null
  const speakers = listSpeakers(view)
  return {
    view,
    turn: input.turn,
    message: input.message,
    recentTexts: input.recentTexts,
    place,
    otherGraphs: view.graphs.filter(({ graphId }) => !placeGraphs.has(graphId)),
    options: listOptions(view),
    speakers,
    lastSpeakerId: findLastSpeaker(input, view, speakers),
    expected: findExpected(view, speakers),
    isKnownPlace: place !== null && input.describedNodeIds.includes(place.nodeId),
    knownPlaces: input.knownPlaces,
    cameFrom: findOrigin(input, placeGraphs),
    authoredText: collectTexts(view),
    ...sortEntities(view),
  }
}

/** Only a speaker who is still here. */
function findLastSpeaker(
  { openMessages, lastSpeakerId }: NarratorInput,
  { expecting }: StoryView,
  speakers: readonly Speaker[],
): string | null {
  const named = openMessages.toReversed().flatMap((message) => findNamedSpeakers(contentWords(message), speakers))
  const ids = [expecting?.speakerId, named[0]?.id, lastSpeakerId]
  return ids.find((id) => speakers.some((speaker) => speaker.id === id)) ?? null
}

function findExpected({ expecting }: StoryView, speakers: readonly Speaker[]): Option | null {
  const speaker = speakers.find(({ id }) => id === expecting?.speakerId)
  return speaker?.topics.find(({ id }) => id === expecting?.topicId)?.option ?? null
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
  const details = [...graphs, ...entities].flatMap((each) => each.details.map((detail) => detail.text))
  const labels = [...closed, ...functions.flatMap(({ targets }) => targets ?? [])].map(({ label }) => label)
  return [
    summary,
    ...described,
    ...details,
    ...labels.filter((label) => label !== null && /^\p{Ll}/u.test(label)),
    ending?.text,
  ]
    .filter((text) => typeof text === 'string')
    .join('\n')
}
