import type { Entity } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import { discussedTopics } from '../state/stored.ts'
import type { World } from '../state/world.ts'
import { visibleName } from '../traits/graph/prompt.ts'
import { askableTopics, expectedTopic, isUsedUp } from '../traits/speaker/topics.ts'
import { isPresent } from '../traits/visibility.ts'
import type { SpeakerView, StoryView, TopicView } from './view.ts'

/** The present speakers who have topics. A topic that can't be asked about yet is left out. */
export function viewSpeakers(world: World, report: ReportFailure): readonly SpeakerView[] {
  return presentSpeakers(world, report).map((speaker) => ({
    id: speaker.id,
    name: visibleName(world, speaker, report),
    topics: viewTopics(world, speaker, report),
  }))
}

export function viewExpecting(world: World, report: ReportFailure): StoryView['expecting'] {
  if (world.state.ended !== undefined || world.state.expecting === undefined) return null
  for (const speaker of presentSpeakers(world, report)) {
    const topic = expectedTopic(world, speaker, report)
    if (topic !== undefined) return { speakerId: speaker.id, topicId: topic.id }
  }
  return null
}

function presentSpeakers(world: World, report: ReportFailure): readonly Entity[] {
  return indexOf(world.gamebook).speakers.filter(
    (entity) => (entity.speaker?.topics.length ?? 0) > 0 && isPresent(world, entity, report),
  )
}

function viewTopics(world: World, speaker: Entity, report: ReportFailure): readonly TopicView[] {
  const askable = new Set(askableTopics(world, speaker, report))
  const discussed = discussedTopics(world.state, speaker.id)
  return (speaker.speaker?.topics ?? []).flatMap((topic) => {
    const isAnswered = isUsedUp(world, speaker.id, topic)
    if (!isAnswered && !askable.has(topic)) return []
    const { id, about, label } = topic
    return [{ id, about, label, isDiscussed: discussed.includes(id), isUsedUp: isAnswered }]
  })
}
