import type { Entity, Topic } from '../gamebook/gamebook.ts'
import { checkGuards } from '../state/guard.ts'
import { isBound, refuse, allow, type ActionRequest, type Payload, type Verdict } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { matchTopic } from '../traits/speaker/matchTopic.ts'
import { askableTopics, guardsOfTopic, isAskable, isKnown, isUsedUp } from '../traits/speaker/topics.ts'
import { isPresent, isRevealed } from '../traits/visibility.ts'
import type { Action } from './action.ts'
import { key, payloadOf } from './payload.ts'
import { fixedText, type StaticCall } from './writeRecorder.ts'

/** A speaker answers. Presence and the conditions of topics limit players and tools only. */
export const talkAsk: Action = {
  target: 'ask',
  payload: payloadOf({
    entity_id: key('speaker'),
    topic: key('topic', {
      choices: {
        description: 'The topic of the question: its id, or what the player asks in a few words.',
        list: (world, speaker) =>
          isPresent(world, speaker) ? askableTopics(world, speaker, () => {}).map(({ id }) => id) : [],
      },
      question: 'What do you ask about',
    }),
  }),
  check: (world, payload, request) =>
    withTopic(world, payload, request, (speaker, topic) => {
      const asked = isBound(request) ? checkTopic(world, speaker, topic, request) : allow(NOTHING)
      if (asked.refusal !== null) return asked
      const discussed = { entityId: speaker.id, topicId: topic.id }
      return {
        ...asked,
        args: { entity_id: speaker.id, topic: topic.id },
        enact: () => ({
          change: { kind: 'write', fields: [], discussed, expecting: null },
          after: [{ if: null, kind: 'narration', text: topic.say }, ...topic.effects],
        }),
      }
    }),
  recordWrites: (call, recorder) => {
    for (const speaker of call.subjects) {
      for (const topic of namedTopics(speaker, call)) {
        recorder.discussTopic(speaker.id, topic.id)
        recorder.performEffects(topic.effects)
      }
    }
  },
  verbs: ['ask', 'question', 'talk', 'speak', 'chat'],
}

/** Opens a question: words of the player that name nothing else go to its topic. */
export const talkExpect: Action = {
  target: null,
  payload: payloadOf({ entity_id: key('speaker'), topic: key('topic') }),
  check: (world, payload, request) =>
    withTopic(world, payload, request, ({ id: entity }, { id: topic }) =>
      allow({ kind: 'write', fields: [], expecting: { entity, topic } }),
    ),
  recordWrites: () => {},
  verbs: [],
}

const NOTHING = { kind: 'write', fields: [] } as const
const NO_SUCH_TOPIC = refuse('no-such-topic', 'There is no answer to that.')

/** Decides about the speaker and the topic of a payload, or refuses it. */
function withTopic(
  world: World,
  { entity_id: id, topic: written }: Payload,
  request: ActionRequest,
  decide: (speaker: Entity, topic: Topic) => Verdict,
): Verdict {
  const speaker = typeof id === 'string' ? world.gamebook.entities.get(id) : undefined
  if (speaker?.speaker === undefined || (isBound(request) && !isRevealed(world, speaker))) {
    return refuse('no-such-speaker', 'There is no one by that name to ask.')
  }
  if (isBound(request) && !isPresent(world, speaker, request.report)) {
    return refuse('not-present', 'There is no one here by that name.')
  }
  const topic = typeof written === 'string' ? findTopic(world, speaker, written, request) : undefined
  return topic === undefined ? NO_SUCH_TOPIC : decide(speaker, topic)
}

/**
 * Players and tools may use words instead of an id. For them, a topic that can't be asked yet does not exist, unless
 * they may know of it.
 */
function findTopic(world: World, speaker: Entity, written: string, request: ActionRequest): Topic | undefined {
  const named = speaker.speaker?.topics.find(({ id }) => id === written)
  if (!isBound(request)) return named
  const isForPlayers = (topic: Topic) =>
    isKnown(world, speaker, topic) || isAskable(world, speaker.id, topic, request.report)
  return named !== undefined && isForPlayers(named) ? named : matchTopic(world, speaker, written, request.report)
}

function checkTopic(world: World, speaker: Entity, topic: Topic, { report }: ActionRequest): Verdict {
  if (isUsedUp(world, speaker.id, topic)) return refuse('not-enabled', 'That has already been answered.')
  const { records, refusal } = checkGuards(world, guardsOfTopic(speaker, topic), report)
  return refusal === null ? allow(NOTHING, records) : { guards: records, refusal }
}

/** All topics, if only play decides which. */
function namedTopics({ speaker }: Entity, { args }: StaticCall): readonly Topic[] {
  const written = fixedText(args, 'topic')
  return (speaker?.topics ?? []).filter(({ id }) => written === null || id === written)
}
