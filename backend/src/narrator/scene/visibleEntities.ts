import type { StoryView } from '@llm-gamebook/story'
import { contentWords } from '../words/contentWords.ts'

type EntityView = StoryView['entities'][number]

/** The visible entities except places and plots. */
export interface VisibleEntities {
  /** The player's own character. */
  readonly playerCharacter: EntityView | null
  readonly people: readonly EntityView[]
  /** Everything that can be looked at, people included. */
  readonly visible: readonly EntityView[]
  /** The items that the player carries. */
  readonly carried: readonly EntityView[]
  /** The other visible items. */
  readonly itemsHere: readonly EntityView[]
}

/** Sorts the visible entities. Nodes and plots are left out: they describe the state of the story, not its contents. */
export function sortEntities(view: StoryView): VisibleEntities {
  const present = view.entities.filter(({ isNode }) => !isNode)
  const playerCharacter =
    present.find(isPlayerCharacter) ?? present.find(({ id }) => view.inventoryIds.includes(id)) ?? null
  const visible = present.filter((entity) => entity !== playerCharacter && !isNamedFor(entity.typeName, PLOTS))
  const inventoryIds =
    view.inventoryIds.length > 0 ? view.inventoryIds : playerCharacter === null ? [] : [playerCharacter.id]
  const isCarried = ({ heldBy }: EntityView) => heldBy !== null && inventoryIds.includes(heldBy)
  const speakerIds = new Set(view.speakers.map(({ id }) => id))
  const items = visible.filter(({ isItem }) => isItem)
  return {
    playerCharacter,
    visible,
    people: visible.filter((entity) => isPerson(entity) || (speakerIds.has(entity.id) && !entity.isItem)),
    carried: items.filter(isCarried),
    itemsHere: items.filter((item) => !isCarried(item)),
  }
}

function isPlayerCharacter({ id, name }: EntityView): boolean {
  return [id, name].some((text) => PLAYER_NAMES.has(text.toLowerCase()))
}

/** Decides by the name of the type, else by pronouns in the description. */
function isPerson({ typeName, description, isItem }: EntityView): boolean {
  if (isItem || isNamedFor(typeName, THINGS)) return false
  return isNamedFor(typeName, PEOPLE) || MENTIONS_PERSON.test(description)
}

function isNamedFor(typeName: string, words: ReadonlySet<string>): boolean {
  return contentWords(typeName).some((word) => words.has(word))
}

const MENTIONS_PERSON = /\b(s?he|hers?|his|him)\b|\b(says|asks|whispers)\b/i
const PLAYER_NAMES = new Set(['player', 'the player', 'hero', 'protagonist', 'you', 'reader'])
const PEOPLE = new Set(
  contentWords(
    'person persons people character npc npcs figure folk inhabitant creature animal friend companion company crew ' +
      'guest passenger villager stranger resident',
  ),
)
const THINGS = new Set(
  contentWords(
    'thing item object belonging possession tool treasure clue prop furniture fixture container luggage equipment ' +
      'inventory machine device works words note',
  ),
)
const PLOTS = new Set(
  contentWords('plot plots arc story stories line thread quest chapter act goal secret mood tone rule'),
)
