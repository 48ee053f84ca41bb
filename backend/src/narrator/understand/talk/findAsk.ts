import type { Scene } from '../../scene/scene.ts'
import type { Speaker, Topic } from '../../scene/speakers.ts'
import { contentStems } from '../../words/contentWords.ts'
import { stemsNamedBy } from '../../words/phrases.ts'
import { areSynonyms } from '../../words/synonyms.ts'
import { isVerb } from '../../words/verbs.ts'
import { fillSlots } from '../fill/fillSlots.ts'
import type { AskIntent, Intent } from '../intent.ts'
import type { PlayerInput } from '../playerInput.ts'
import { NEGATIONS } from '../sentence/wordClasses.ts'
import type { ScoredOption } from '../scoreOption.ts'
import { toCall } from '../toCall.ts'
import { findAddress, type Address } from './address.ts'
import { matchTopics, type TopicMatch } from './matchTopics.ts'

/** What a message asks of a speaker. */
export interface Question {
  readonly intent: Intent
  readonly mode: Address['mode']
  /** Whether the message names a topic, not only a speaker. */
  readonly hasTopic: boolean
}

/**
 * The question that a message asks a present speaker, or why there is none; null if it asks no one.
 * @param sure the option of the story that the message may mean instead
 */
export function findAsk(input: PlayerInput, sure: ScoredOption | undefined, scene: Scene): Question | null {
  const address = findAddress(input, scene)
  if (address === null || address.isToOther) return null
  const { mode } = address
  if (address.about?.some((word) => NEGATIONS.has(word)) === true && !input.isQuestion) return null
  const candidates = address.named.length > 0 ? address.named : scene.speakers
  const matches = matchAny(address, candidates, scene, (topic) => topic.option !== null)
  if (sure !== undefined && isBetter(sure, matches, address, input)) return null
  if (matches.length > 0) return { intent: toAskIntent(matches, input), mode, hasTopic: true }
  if (mode === 'question') return null
  const [usedUp] = matchAny(address, candidates, scene, (topic) => topic.isUsedUp)
  if (usedUp !== undefined) return { intent: { kind: 'used-up', speaker: usedUp.speaker }, mode, hasTopic: false }
  const speaker = candidates.find(({ id }) => id === scene.lastSpeakerId) ?? candidates[0]
  if (speaker === undefined || (candidates.length > 1 && address.named.length === 0 && scene.lastSpeakerId === null))
    return null
  const isAsking = address.about !== null && address.about.length > 0
  return isAsking || mode === 'name' ? { intent: { kind: 'no-topic', speaker }, mode, hasTopic: false } : null
}

/** The topic of the only speaker present that a message without any verb names: "the bell". */
export function findBareTopic(input: PlayerInput, scene: Scene): Intent | null {
  if (input.verbKinds.length > 0) return null
  const address: Address = { mode: 'question', named: [], isToOther: false, about: null, words: input.all }
  const matches = matchAny(address, scene.speakers, scene, (topic) => topic.option !== null)
  return matches.length === 0 ? null : toAskIntent(matches, input)
}

/** The matches of the speaker who is meant: who has the topic, before all who gave the last answer. */
function matchAny(
  { about, words }: Address,
  speakers: readonly Speaker[],
  { lastSpeakerId }: Scene,
  isWanted: (topic: Topic) => boolean,
): readonly TopicMatch[] {
  const bySpeaker = speakers.map((speaker) => {
    const topics = speaker.topics.filter(isWanted)
    const inAbout = about === null ? [] : matchTopics(speaker, topics, about)
    return { speaker, matches: inAbout.length > 0 ? inAbout : matchTopics(speaker, topics, words) }
  })
  const last = bySpeaker.find(({ speaker }) => speaker.id === lastSpeakerId)?.matches ?? []
  if (last.length > 0) return last
  const all = bySpeaker.flatMap(({ matches }) => matches)
  const exact = all.filter(({ isExact }) => isExact)
  return exact.length > 0 ? exact : all
}

/** Asks which, unless that would name a topic that players must come upon. */
function toAskIntent(matches: readonly TopicMatch[], input: PlayerInput): Intent {
  const choices = matches.flatMap(({ speaker, topic }): AskIntent['choices'] => {
    return topic.option === null ? [] : [{ speaker, label: topic.label, option: topic.option }]
  })
  const [first] = choices
  if (first === undefined) return { kind: 'unclear', near: [] }
  const speakers = new Set(choices.map(({ speaker }) => speaker.id))
  const canAsk = speakers.size > 1 || choices.every(({ label }) => label !== null)
  if (choices.length > 1 && canAsk) return { kind: 'which-ask', choices }
  return toCall(first.option, fillSlots(first.option, input))
}

/** An option for telling someone something goes before a topic from this score on. */
const MIN_TELLING = 0.8

/** Whether an option of the story fits the words better than the topics do. */
function isBetter(
  sure: ScoredOption,
  matches: readonly TopicMatch[],
  { mode, named }: Address,
  { stems, verb }: PlayerInput,
): boolean {
  if (matches.length === 0) return sure.option.kind === 'action' || sure.isFullyNamed
  const isTelling = verb !== null && sure.option.verbs.some((other) => other === verb || areSynonyms(verb, other))
  if (!sure.isFullyNamed && !(isTelling && !isAsking(verb) && sure.score >= MIN_TELLING)) return false
  const names = named.flatMap(({ name }) => contentStems(name.toLowerCase().split(/[^\p{L}\p{N}]+/u)))
  const nouns = stems.filter((word) => !names.includes(word))
  const own = [...sure.option.phrases.flat(), ...sure.option.verbs, ...sure.filled.used]
  const byOption = nouns.filter((word) => own.some((other) => other === word || areSynonyms(word, other)))
  const byTopic = Math.max(...matches.map(({ phrase }) => stemsNamedBy(phrase, nouns).length))
  const spoken = mode === 'talk' ? byOption.filter((word) => !isAsking(word)) : byOption
  return spoken.length > byTopic
}

function isAsking(word: string): boolean {
  return isVerb(word) && areSynonyms(word, 'ask')
}
