import { askPhrase } from '../prose/askPhrase.ts'
import { joinOr } from '../prose/list.ts'
import { capitalize } from '../prose/sentences.ts'
import { suggestMoves } from '../prose/suggestions.ts'
import { vary } from '../prose/vary.ts'
import type { Scene } from '../scene/scene.ts'
import { newTopics, type Speaker } from '../scene/speakers.ts'
import type { AskChoice, Intent, Subject } from '../understand/intent.ts'
import type { DetailMatch } from '../understand/look/findDetails.ts'
import { describeEntity, nameOf } from './describeEntity.ts'
import type { Paragraphs } from './paragraphs.ts'
import { silence } from './stock.ts'

/** The player turns to somebody without a topic: who they are, and what they can be asked about. */
export function narrateTalk(subject: Subject, scene: Scene): Paragraphs {
  const description = describeEntity(subject, scene)
  const speakers = speakersNamed(subject.id, scene)
  const offer = suggestMoves(scene, [], { speakers })
  if (offer !== '') return [description, [offer]]
  const canAnswer = speakers.some(({ topics }) => topics.some(({ option }) => option !== null))
  if (canAnswer) return [description]
  return [[...description, subject.isPerson ? vary(scene, 'talk', NOTHING_TO_SAY) : vary(scene, 'mute', NO_ANSWER)]]
}

/** The speaker has no answer, which looks the same for a topic that is still closed and for one that does not exist. */
export function narrateSilence(
  { kind, speaker }: Extract<Intent, { readonly kind: 'no-topic' | 'used-up' }>,
  scene: Scene,
): Paragraphs {
  const line = vary(scene, kind, silence[kind])
  const named =
    speaker.name === ''
      ? 'There is no answer to that.'
      : line.replace('{name}', () => capitalize(nameOf(speaker, scene)))
  return [[named], [suggestMoves(scene, [], { speakers: newTopics(speaker).length > 0 ? [speaker] : scene.speakers })]]
}

export function speakersNamed(id: string, { speakers }: Scene): readonly Speaker[] {
  return speakers.filter((speaker) => speaker.id === id)
}

/** "Do you mean to ask the ferryman about the toll or his fingers?" */
export function whichTopic(choices: readonly AskChoice[], scene: Scene): string {
  const speakers = [...new Set(choices.map(({ speaker }) => speaker))]
  const [only] = speakers
  if (only !== undefined && speakers.length === 1) return `Do you mean to ${askPhrase(only, choices, scene) ?? 'ask'}?`
  return `Do you mean to ask ${joinOr(speakers.map((speaker) => nameOf(speaker, scene)))}?`
}

/** "Do you mean the ferryman's or Mara's?" */
export function whichOwner(choices: readonly DetailMatch[], scene: Scene): string {
  const names = choices.map(({ owner }) => (owner === '' ? 'something here' : possessive(nameOfOwner(owner, scene))))
  return `Do you mean ${joinOr([...new Set(names)])}?`
}

function possessive(name: string): string {
  return name.endsWith('s') ? `${name}'` : `${name}'s`
}

function nameOfOwner(name: string, scene: Scene): string {
  const id = scene.visible.find((entity) => entity.name === name)?.id ?? ''
  return nameOf({ id, name }, scene)
}

const NOTHING_TO_SAY = [
  'There is nothing more to say for now.',
  'For the moment, that is all there is to say.',
] as const
const NO_ANSWER = ['It does not answer.', 'There is no answer.'] as const
