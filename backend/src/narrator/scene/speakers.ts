import type { StoryView, TopicView } from '@llm-gamebook/story'
import { contentWords } from '../words/contentWords.ts'
import type { Option } from './option.ts'

/** Someone present who can be asked about something, now or before. */
export interface Speaker {
  readonly id: string
  /** Empty for a speaker who is not described. */
  readonly name: string
  readonly topics: readonly Topic[]
}

export interface Topic extends TopicView {
  /** The question about it; null if it can't be asked now. */
  readonly option: Option | null
}

type FunctionView = StoryView['functions'][number]

/** The present speakers with their topics, in the order of the file. */
export function listSpeakers({ speakers, functions }: StoryView): readonly Speaker[] {
  return speakers.map(({ id, name, topics }) => {
    const fn = functions.find((each) => canAsk(each, id))
    return {
      id,
      name: name ?? '',
      topics: topics.map((topic) => ({ ...topic, option: fn === undefined ? null : askOption(fn, id, topic) })),
    }
  })
}

function canAsk({ asks, parameters }: FunctionView, speakerId: string): boolean {
  if (asks === null) return false
  if (asks.speakerId !== null) return asks.speakerId === speakerId
  const slot = parameters.find(({ name }) => name === asks.speakerParameter)
  return slot?.type === 'entity' && slot.choices.some(({ id }) => id === speakerId)
}

function askOption(fn: FunctionView, speakerId: string, topic: TopicView): Option | null {
  const { asks, name, action, description, parameters } = fn
  if (asks === null || topic.isUsedUp) return null
  const speaker = asks.speakerParameter === null ? {} : { [asks.speakerParameter]: speakerId }
  const args = { ...speaker, [asks.topicParameter]: topic.id }
  return {
    kind: 'action',
    call: { function: name, args },
    action,
    graphId: null,
    targetId: null,
    nodeId: null,
    label: topic.label,
    name: null,
    description,
    reason: null,
    slots: parameters.filter((slot) => !(slot.name in args)),
    phrases: topic.about.map(contentWords),
    verbs: [],
    ownVerbs: [],
  }
}

/** The labeled topics that players have not asked about yet. */
export function newTopics({ topics }: Speaker): readonly Topic[] {
  return topics.filter(({ option, label, isDiscussed }) => option !== null && label !== null && !isDiscussed)
}
