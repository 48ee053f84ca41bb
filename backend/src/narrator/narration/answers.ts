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
  describePosition,
} from './surroundings.ts'
import { describeEntity } from './describeEntity.ts'
import { narrateSilence, narrateTalk, speakersNamed, whichOwner, whichTopic } from './conversation.ts'

type Answer = Exclude<Intent, { readonly kind: 'call' }>

/** The answer to a message that calls no function: a question, a look, or an unclear message. */
export function narrateAnswer(intent: Answer, scene: Scene): Paragraphs {
  switch (intent.kind) {
    case 'refused':
      return [narrateRefusal(intent.reason, scene), [suggestMoves(scene)]]
    case 'ambiguous':
      return [[vary(scene, 'which', AMBIGUOUS), clarifyChoice(intent.options, scene)]]
    case 'possible':
      return [[suggestMoves(scene, [intent.option]), vary(scene, 'could', POSSIBLE)]]
    case 'examine':
      return [
        describeEntity(intent.subject, scene),
        [suggestMoves(scene, actionOptions(scene), { speakers: speakersNamed(intent.subject.id, scene) })],
      ]
    case 'detail':
      return toVerbatim(intent.texts)
    case 'attempt-detail':
      return [[vary(scene, 'vain', NO_EFFECT)], ...toVerbatim(intent.texts)]
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
      return [
        [vary(scene, 'vain', NO_EFFECT), ...describeEntity(intent.subject, scene).slice(0, 2)],
        [suggestMoves(scene)],
      ]
    case 'look':
      return [describePlace(scene), [suggestMoves(scene)]]
    case 'where':
      return [[describePosition(scene), ...describePlace(scene)], [suggestMoves(scene)]]
    case 'people':
      return [describePeople(scene), [suggestMoves(scene, actionOptions(scene))]]
    case 'inventory':
      return [describeInventory(scene), [suggestMoves(scene)]]
    case 'clarify':
      return [[vary(scene, 'ask', CLARIFY), questionFor(intent, (name) => nameInSentence(name, scene.authoredText))]]
    case 'field':
      return [[fieldAnswer(intent.field)], [suggestMoves(scene)]]
    case 'time':
      return [[describeTime(scene)], [suggestMoves(scene)]]
    case 'status':
      return [describeStatus(scene), [suggestMoves(scene)]]
    case 'self':
      return [describeSelf(scene), [suggestMoves(scene)]]
    case 'narrator':
      return [
        ["I am the built-in narrator. I am not an AI; I know only this story's rules and its author's words."],
        [suggestMoves(scene)],
      ]
    case 'wait':
      return [[vary(scene, 'wait', WAIT)], [suggestMoves(scene)]]
    case 'help':
      return [['Just say what you do: where you go, what you look at, who you talk to.', suggestMoves(scene)]]
    case 'options':
      return [[suggestMoves(scene, scene.options, { most: MOST_OPTIONS }) || noOptions(scene)]]
    case 'refrain':
      return [[vary(scene, 'refrain', REFRAIN)], [suggestMoves(scene)]]
    case 'not-here':
      return [[vary(scene, intent.missing, NOT_HERE[intent.missing])], [suggestMoves(scene)]]
    case 'no-exit':
      return [[vary(scene, 'no way', NO_EXIT)], [suggestMoves(scene)]]
    case 'not-a-place':
      return [
        [vary(scene, 'not a place', NOT_A_PLACE), ...describeEntity(intent.subject, scene).slice(0, 2)],
        [suggestMoves(scene)],
      ]
    case 'unclear':
      return [
        [vary(scene, 'unclear', UNCLEAR)],
        [suggestMoves(scene, nearestOptions(intent.near, scene), { most: FEW_OPTIONS })],
      ]
  }
}

const MOST_OPTIONS = 14
const FEW_OPTIONS = 4

function noOptions({ view }: Scene): string {
  return view.suggestions ? 'There is nothing more to do here.' : 'That is for you to find out.'
}

function clarifyChoice(options: readonly Option[], scene: Scene): string {
  const phrase = moveVerbs(scene, options, 2 * options.length)
  return phrase === '' ? suggestMoves(scene) : `Do you mean to ${phrase}?`
}

function actionOptions({ options }: Scene): readonly Option[] {
  return options.filter(({ kind }) => kind === 'action')
}

/** The options closest to the message; all options if none of those is available. */
function nearestOptions(near: readonly Option[], { options }: Scene): readonly Option[] {
  return near.some(({ reason }) => reason === null) ? near : options
}

const AMBIGUOUS = ['That could mean more than one thing.', 'There is more than one way to understand that.'] as const
const POSSIBLE = ['Nothing has happened yet.', 'That is up to you.'] as const
const CLARIFY = ['Nothing has happened yet.', 'One thing is still open.', 'That is up to you.'] as const
const NO_EFFECT = ['You try, but nothing comes of it.', 'It stays as it is.', 'That gets you nowhere for now.'] as const
const WAIT = ['You wait, and nothing new happens.', 'You stay where you are for a while. Nothing stirs.'] as const
const REFRAIN = ['You let it be.', 'You leave it as it is.'] as const
const NOT_HERE = {
  see: ['You see nothing like that here.', 'There is nothing like that to see here.'],
  talk: ['There is no one here to talk to.', 'No one is here to hear you.'],
  person: ['There is no one by that name here.', 'No one here has that name.'],
  have: ['Nothing like that is within reach.', 'There is nothing by that name here.'],
} as const
const NO_EXIT = ['You cannot get there from here.', 'There is no way to get there from here.'] as const
const NOT_A_PLACE = ['You stay where you are.', 'That gets you nowhere.'] as const
const UNCLEAR = [
  'Nothing comes of it.',
  'You turn it over in your mind, and the moment passes.',
  'The story has no answer to that.',
  'That changes nothing here.',
] as const
