import type { StoryView } from '@llm-gamebook/story'
import type { NarratorInput } from '../narratorInput.ts'
import { contentWords } from '../words/contentWords.ts'

type EntityView = StoryView['entities'][number]

/** Who and what there is, apart from places and plots. */
export interface Cast {
  /** The player's own character. */
  readonly hero: EntityView | null
  readonly people: readonly EntityView[]
  /** All that can be looked at, people included. */
  readonly seen: readonly EntityView[]
}

/** Sorts the visible entities. Nodes and plots are left out: they are where the story stands, not what is in it. */
export function castOf(input: NarratorInput, view: StoryView): Cast {
  const isNode = nodeTest(input, view)
  const present = view.entities.filter((entity) => !isNode(entity))
  const hero = present.find(isHero) ?? null
  const seen = present.filter((entity) => entity !== hero && !isNamedFor(entity.typeName, PLOTS))
  const graphIds = new Set(view.places.map(({ graphId }) => graphId))
  return { hero, seen, people: seen.filter((entity) => isPerson(entity, graphIds.has(entity.id))) }
}

/** Types are not in a view, but whatever has been or can be walked to betrays that its type is one of nodes. */
function nodeTest({ told, before }: NarratorInput, view: StoryView): (entity: EntityView) => boolean {
  const ids = new Set(told)
  for (const { places, functions, closed } of before === null ? [view] : [view, before]) {
    for (const { nodeId } of places) ids.add(nodeId)
    for (const { id } of closed) ids.add(id)
    for (const { id } of functions.flatMap(({ targets }) => targets ?? [])) ids.add(id)
  }
  const types = new Set(view.entities.filter(({ id }) => ids.has(id)).map(({ typeName }) => typeName))
  return ({ typeName }) => types.has(typeName)
}

function isHero({ id, name }: EntityView): boolean {
  return [id, name].some((text) => HEROES.has(text.toLowerCase()))
}

/** What changes in steps of its own may be a plot as well as a person: the description tells. */
function isPerson({ typeName, description }: EntityView, isGraph: boolean): boolean {
  if (isNamedFor(typeName, PEOPLE)) return true
  if (isNamedFor(typeName, THINGS)) return false
  return !isGraph || /\b(s?he|hers?|his|him)\b/i.test(description)
}

function isNamedFor(typeName: string, words: ReadonlySet<string>): boolean {
  return contentWords(typeName).some((word) => words.has(word))
}

const HEROES = new Set(['player', 'the player', 'hero', 'protagonist', 'you', 'reader'])
const PEOPLE = new Set(
  contentWords(
    'person persons people character npc npcs figure folk inhabitant creature animal friend companion company crew guest',
  ),
)
const THINGS = new Set(contentWords('thing item object belonging possession tool treasure clue prop furniture'))
const PLOTS = new Set(
  contentWords('plot plots arc story stories line thread quest chapter act goal secret mood tone rule'),
)
