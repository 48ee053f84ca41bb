import { nameInSentence } from '@llm-gamebook/story'
import { fieldAnswer } from '../prose/fieldPhrase.ts'
import { moveVerbs, suggestMoves } from '../prose/suggestions.ts'
import { questionFor } from '../prose/question.ts'
import { vary } from '../prose/vary.ts'
import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import type { Intent } from '../understand/intent.ts'
import type { Paragraphs } from './paragraphs.ts'
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

type Answer = Exclude<Intent, { readonly kind: 'call' }>

/** What is told where nothing is done: questions, looks, words that fit nothing. */
export function narrateAnswer(meaning: Answer, scene: Scene): Paragraphs {
  switch (meaning.kind) {
    case 'shut':
      return [narrateRefusal(meaning.reason, scene), [suggestMoves(scene)]]
    case 'which':
      return [[vary(scene, 'which', WHICH), tellChoice(meaning.options, scene)]]
    case 'could':
      return [[suggestMoves(scene, [meaning.option]), vary(scene, 'could', COULD)]]
    case 'examine':
      return [describeEntity(meaning.subject, scene), [suggestMoves(scene, deeds(scene))]]
    case 'talk':
      return [
        [
          ...describeEntity(meaning.subject, scene),
          meaning.subject.isPerson ? vary(scene, 'talk', NO_WORDS) : vary(scene, 'mute', MUTE),
        ],
      ]
    case 'touch':
      return [
        [vary(scene, 'vain', IN_VAIN), ...describeEntity(meaning.subject, scene).slice(0, 2)],
        [suggestMoves(scene)],
      ]
    case 'look':
      return [describePlace(scene), [suggestMoves(scene)]]
    case 'where':
      return [[describePosition(scene), ...describePlace(scene)], [suggestMoves(scene)]]
    case 'people':
      return [describePeople(scene), [suggestMoves(scene, deeds(scene))]]
    case 'belongings':
      return [describeInventory(scene), [suggestMoves(scene)]]
    case 'ask':
      return [[vary(scene, 'ask', ASK), questionFor(meaning, (name) => nameInSentence(name, scene.texts))]]
    case 'field':
      return [[fieldAnswer(meaning.field)], [suggestMoves(scene)]]
    case 'time':
      return [[describeTime(scene)], [suggestMoves(scene)]]
    case 'condition':
      return [describeStatus(scene), [suggestMoves(scene)]]
    case 'self':
      return [describeSelf(scene), [suggestMoves(scene)]]
    case 'narrator':
      return [
        ['I am the built-in narrator: no AI, only the rules of this story and the words of its author.'],
        [suggestMoves(scene)],
      ]
    case 'wait':
      return [[vary(scene, 'wait', WAIT)], [suggestMoves(scene)]]
    case 'help':
      return [
        ['Say in plain words what you do: where you go, what you look at, whom you speak to.', suggestMoves(scene)],
      ]
    case 'options':
      return [[suggestMoves(scene, scene.options, 14) || 'There is nothing more to be done here.']]
    case 'refrain':
      return [[vary(scene, 'refrain', REFRAIN)], [suggestMoves(scene)]]
    case 'not-here':
      return [[vary(scene, meaning.wish, NOT_HERE[meaning.wish])], [suggestMoves(scene)]]
    case 'no-way':
      return [[vary(scene, 'no way', NO_WAY)], [suggestMoves(scene)]]
    case 'unclear':
      return [[vary(scene, 'unclear', UNCLEAR)], [suggestMoves(scene, nearest(meaning.near, scene), 4)]]
  }
}

function tellChoice(options: readonly Option[], scene: Scene): string {
  const phrase = moveVerbs(scene, options, 2 * options.length)
  return phrase === '' ? suggestMoves(scene) : `Do you mean to ${phrase}?`
}

function deeds({ options }: Scene): readonly Option[] {
  return options.filter(({ kind }) => kind === 'action')
}

/** What came near to the words, if anything did and can be done. */
function nearest(near: readonly Option[], { options }: Scene): readonly Option[] {
  return near.some(({ reason }) => reason === null) ? near : options
}

const WHICH = ['That could be more than one thing.', 'There is more than one way to take that.'] as const
const COULD = ['Nothing is done yet.', 'It is for you to say.'] as const
const ASK = ['Nothing is done yet.', 'One thing is left to say.', 'It is for you to say.'] as const
const NO_WORDS = [
  'There is no more to be had in words, for now.',
  'For the moment that is all there is to say.',
] as const
const MUTE = ['It does not answer.', 'There is no answer.'] as const
const IN_VAIN = ['You try, and nothing comes of it.', 'It stays as it is.', 'That leads nowhere, for now.'] as const
const WAIT = [
  'You wait, and nothing comes that was not there before.',
  'You stay as you are for a while. Nothing stirs.',
] as const
const REFRAIN = ['You let it be.', 'You leave it as it is.'] as const
const NOT_HERE = {
  see: ['You see nothing of the kind here.', 'There is no such thing to be seen here.'],
  talk: ['There is nobody here to speak to.', 'Nobody is here to hear it.'],
  have: ['There is no such thing within reach.', 'Nothing of that name is at hand.'],
} as const
const NO_WAY = ['No way leads there from here.', 'There is no going there, not from here.'] as const
const UNCLEAR = [
  'Nothing comes of it.',
  'You turn it over in your mind, and the moment passes.',
  'The story has no answer to that.',
  'That changes nothing here.',
] as const
