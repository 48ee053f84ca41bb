import { nameInSentence } from '@llm-gamebook/story'
import { fieldAnswer } from '../prose/fieldPhrase.ts'
import { infinitives, tellOutlook } from '../prose/outlook.ts'
import { questionFor } from '../prose/question.ts'
import { vary } from '../prose/vary.ts'
import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import type { Meaning } from '../understand/meaning.ts'
import type { Paragraphs } from './paragraphs.ts'
import { tellReason } from './results.ts'
import { tellCondition, tellHere, tellHour, tellPeople, tellSelf, tellThings, tellWhere } from './surroundings.ts'
import { tellEntity } from './tellEntity.ts'

type Answer = Exclude<Meaning, { readonly kind: 'call' }>

/** What is told where nothing is done: questions, looks, words that fit nothing. */
export function tellAnswer(meaning: Answer, scene: Scene): Paragraphs {
  switch (meaning.kind) {
    case 'shut':
      return [tellReason(meaning.reason, scene), [tellOutlook(scene)]]
    case 'which':
      return [[vary(scene, 'which', WHICH), tellChoice(meaning.options, scene)]]
    case 'could':
      return [[tellOutlook(scene, [meaning.option]), vary(scene, 'could', COULD)]]
    case 'examine':
      return [tellEntity(meaning.subject, scene), [tellOutlook(scene, deeds(scene))]]
    case 'talk':
      return [
        [
          ...tellEntity(meaning.subject, scene),
          meaning.subject.isPerson ? vary(scene, 'talk', NO_WORDS) : vary(scene, 'mute', MUTE),
        ],
      ]
    case 'touch':
      return [[vary(scene, 'vain', IN_VAIN), ...tellEntity(meaning.subject, scene).slice(0, 2)], [tellOutlook(scene)]]
    case 'look':
      return [tellHere(scene), [tellOutlook(scene)]]
    case 'where':
      return [[tellWhere(scene), ...tellHere(scene)], [tellOutlook(scene)]]
    case 'people':
      return [tellPeople(scene), [tellOutlook(scene, deeds(scene))]]
    case 'belongings':
      return [tellThings(scene), [tellOutlook(scene)]]
    case 'ask':
      return [[vary(scene, 'ask', ASK), questionFor(meaning, (name) => nameInSentence(name, scene.texts))]]
    case 'field':
      return [[fieldAnswer(meaning.field)], [tellOutlook(scene)]]
    case 'time':
      return [[tellHour(scene)], [tellOutlook(scene)]]
    case 'condition':
      return [tellCondition(scene), [tellOutlook(scene)]]
    case 'self':
      return [tellSelf(scene), [tellOutlook(scene)]]
    case 'narrator':
      return [
        ['I am the built-in narrator: no AI, only the rules of this story and the words of its author.'],
        [tellOutlook(scene)],
      ]
    case 'wait':
      return [[vary(scene, 'wait', WAIT)], [tellOutlook(scene)]]
    case 'help':
      return [
        ['Say in plain words what you do: where you go, what you look at, whom you speak to.', tellOutlook(scene)],
      ]
    case 'options':
      return [[tellOutlook(scene, scene.options, 14) || 'There is nothing more to be done here.']]
    case 'refrain':
      return [[vary(scene, 'refrain', REFRAIN)], [tellOutlook(scene)]]
    case 'not-here':
      return [[vary(scene, meaning.wish, NOT_HERE[meaning.wish])], [tellOutlook(scene)]]
    case 'no-way':
      return [[vary(scene, 'no way', NO_WAY)], [tellOutlook(scene)]]
    case 'unclear':
      return [[vary(scene, 'unclear', UNCLEAR)], [tellOutlook(scene, nearest(meaning.near, scene), 4)]]
  }
}

function tellChoice(options: readonly Option[], scene: Scene): string {
  const phrase = infinitives(scene, options, 2 * options.length)
  return phrase === '' ? tellOutlook(scene) : `Do you mean to ${phrase}?`
}

function deeds({ options }: Scene): readonly Option[] {
  return options.filter(({ kind }) => kind === 'deed')
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
