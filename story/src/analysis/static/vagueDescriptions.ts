import type { Gamebook, GamebookFunction } from '../../gamebook/gamebook.ts'
import { placeGraphs } from '../../play/placeGraphs.ts'
import { authorText, normalizeText } from './authorText.ts'
import { guess, type FindStatic } from './staticContext.ts'

/**
 * Finds functions whose description orders a change ("Advance the story of the lamp.") instead of saying when to call
 * them ("The player lights the lamp."). It is a guess about English words.
 */
export const findVagueDescriptions: FindStatic = (context) => {
  const { gamebook, locations } = context
  if (!gamebook.language.startsWith('en')) return []
  return gamebook.functions
    .filter((fn) => fn.ownerId !== null && isOrder(authorText(fn.description)) && !isDefault(gamebook, fn))
    .map(({ name }) => {
      const message = `The description of the function "${name}" doesn't say when to call it.`
      const hint = 'Say what the player does: "description: The player …".'
      return guess(context, 'description-without-when', locations.function(name), { message, hint })
    })
}

/** Whether no sentence names an actor or an occasion: "Open the gate", "Opens the gate", "Gate control". */
function isOrder(description: string): boolean {
  const sentences = description.split(/[.!?;]/u).map((sentence) => normalizeText(sentence).trim())
  return sentences.filter((sentence) => sentence !== '').every((sentence) => isOrderSentence(sentence.split(' ')))
}

function isOrderSentence(words: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = words
  if (words.some((word) => OCCASIONS.has(word))) return false
  if (ORDERS.has(first) || TOOLS.has(second)) return true
  if (third === '') return !ACTORS.has(first) && !second.endsWith('s')
  return OBJECTS.has(second) && !PREPOSITIONS.has(first)
}

/** Without a description, the name of the function says when to call it. */
function isDefault(gamebook: Gamebook, { name, mainAction, description }: GamebookFunction): boolean {
  const text = authorText(description)
  if (normalizeText(text) === normalizeText(name.replaceAll('_', ' '))) return true
  const moved = mainAction?.args.get('entity_id')
  return text.endsWith(' along one of its exits.') && placeGraphs(gamebook).some(({ id }) => id === moved)
}

/** Verbs of an engine, with which a description begins whatever follows. */
const ORDERS = wordSet(
  'add adds advance advances call calls change changes decrease decreases increase increases let lets make makes mark marks move moves perform performs ' +
    'progress progresses reduce reduces remove removes set sets switch switches toggle toggles trigger triggers update updates use uses',
)

/** Words that begin the object of a verb. */
const OBJECTS = wordSet('a an her his it its one some something someone the their these this your')

/** Words that come before an object without being verbs. */
const PREPOSITIONS = wordSet(
  'a about across all along an and around at behind below beside between both but by down during for from her here his ' +
    'in inside into its near no not now of off on one or out outside over past so than that the their then there this ' +
    'through to toward towards under up with within without your',
)

/** Words with which an occasion begins, wherever they are. */
const OCCASIONS = wordSet('after as if once unless when whenever while')

/** Words for the one who acts, with which a short sentence may begin. */
const ACTORS = wordSet('anyone character everyone hero heroine it player players she he someone they user we you')

/** What describes itself: "This function …". */
const TOOLS = wordSet('action function tool')

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
