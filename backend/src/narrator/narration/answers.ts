import { nameInSentence } from '@llm-gamebook/story'
import { fieldAnswer } from '../prose/fieldPhrase.ts'
import { moveVerbs, suggestMoves } from '../prose/suggestions.ts'
import { questionFor } from '../prose/question.ts'
import { vary } from '../prose/vary.ts'
import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import type { Intent } from '../understand/intent.ts'
import { toVerbatim, type Paragraphs } from './paragraphs.ts'
import { narrateRefusal } from './results.ts'
import {
  describeStatus,
  describePlace,
  describeTime,
  describePeople,
  describeSelf,
  describeInventory,
  describePossession,
  describePosition,
} from './surroundings.ts'
import { describeEntity } from './describeEntity.ts'
import { narrateStock } from './mention.ts'
import { stock } from './stock.ts'
import { narrateSilence, narrateTalk, whichOwner, whichTopic } from './conversation.ts'

type Answer = Exclude<Intent, { readonly kind: 'call' | 'walk' }>

/** The answer to a message that calls no function: a question, a look, or an unclear message. */
export function narrateAnswer(intent: Answer, scene: Scene): Paragraphs {
  switch (intent.kind) {
    case 'refused':
      return [narrateRefusal(intent.reason, scene)]
    case 'ambiguous':
      return [[vary(scene, 'which', AMBIGUOUS), clarifyChoice(intent.options, scene)]]
    case 'possible':
      return [[suggestMoves(scene, [intent.option]), vary(scene, 'could', POSSIBLE)]]
    case 'examine':
      return [describeEntity(intent.subject, scene)]
    case 'detail':
      return toVerbatim(intent.texts)
    case 'attempt-detail':
      return [[vary(scene, 'vain', stock['no effect'])], ...toVerbatim(intent.texts)]
    case 'which-detail':
      return [[whichOwner(intent.choices, scene)]]
    case 'which-ask':
      return [[whichTopic(intent.choices, scene)]]
    case 'no-topic':
    case 'used-up':
      return narrateSilence(intent, scene)
    case 'talk':
      return narrateTalk(intent.subject, scene)
    case 'attempt':
      return [[vary(scene, 'vain', stock['no effect']), ...describeEntity(intent.subject, scene).slice(0, 2)]]
    case 'look':
      return [describePlace(scene)]
    case 'where':
      return [[describePosition(scene), ...describePlace(scene)]]
    case 'people':
      return [describePeople(scene)]
    case 'inventory':
      return [describeInventory(scene)]
    case 'possession':
      return [describePossession(intent.item, scene)]
    case 'clarify':
      return [[vary(scene, 'ask', CLARIFY), questionFor(intent, (name) => nameInSentence(name, scene.authoredText))]]
    case 'field':
      return [[fieldAnswer(intent.field)]]
    case 'time':
      return [[describeTime(scene)]]
    case 'status':
      return [describeStatus(scene)]
    case 'self':
      return [describeSelf(scene)]
    case 'narrator':
      return [["I am the built-in narrator. I am not an AI; I know only this story's rules and its author's words."]]
    case 'undo':
    case 'save':
    case 'restart':
      return [[ABOUT_SESSION[intent.kind]]]
    case 'rest':
      return [[`The rest has to wait: “${asTyped(intent.text, scene)}”.`]]
    case 'other-language':
      return [[OTHER_LANGUAGE, ...narrateStock(scene, 'unclear').slice(1)]]
    case 'wait':
      return [narrateStock(scene, 'wait')]
    case 'help':
      return [['Just say what you do: where you go, what you look at, who you talk to.', suggestMoves(scene)]]
    case 'options':
      return [[suggestMoves(scene, scene.options, { most: MOST_OPTIONS }) || noOptions(scene)]]
    case 'remark':
      return [narrateStock(scene, 'remark')]
    case 'refrain':
      return [narrateStock(scene, 'refrain')]
    case 'not-here':
      return [narrateStock(scene, `not here: ${intent.missing}`)]
    case 'no-exit':
      return [narrateStock(scene, 'no exit')]
    case 'not-a-place':
      return [[vary(scene, 'not a place', stock['not a place']), ...describeEntity(intent.subject, scene).slice(0, 2)]]
    case 'unclear':
      return [narrateStock(scene, 'unclear', intent.near)]
    case 'unanswered':
      return [narrateStock(scene, 'unanswered', intent.near)]
  }
}

const MOST_OPTIONS = 14
function noOptions({ view }: Scene): string {
  return view.suggestions ? 'There is nothing more to do here.' : 'That is for you to find out.'
}

function clarifyChoice(options: readonly Option[], scene: Scene): string {
  const phrase = moveVerbs(scene, options, 2 * options.length)
  return phrase === '' ? suggestMoves(scene) : `Do you mean to ${phrase}?`
}

const AMBIGUOUS = ['That could mean more than one thing.', 'There is more than one way to understand that.'] as const
const POSSIBLE = ['Nothing has happened yet.', 'That is up to you.'] as const
const CLARIFY = ['Nothing has happened yet.', 'One thing is still open.', 'That is up to you.'] as const
/** A wish without the verb that was added to it. */
function asTyped(wish: string, { message }: Scene): string {
  const typed = (message ?? '').toLowerCase()
  const words = wish.trim().slice(0, MAX_QUOTED).split(/\s+/)
  const from = words.findIndex((_, index) => typed.includes(words.slice(index).join(' ').toLowerCase()))
  return words.slice(Math.max(0, from)).join(' ')
}

/** A longer wish is cut here. */
const MAX_QUOTED = 120
/** The page saves every turn by itself; its menu does the rest. */
const ABOUT_SESSION = {
  undo: 'Undo takes back your last turn; the button for it is above the story.',
  save: 'Every turn is saved by itself: you can leave, and continue this story whenever you like.',
  restart: 'Start over begins this story again; you find it in the menu above the story.',
} as const
const OTHER_LANGUAGE = 'The built-in narrator understands only English.'
