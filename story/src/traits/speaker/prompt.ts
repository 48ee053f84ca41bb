import type { Entity, Topic } from '../../gamebook/gamebook.ts'
import type { ReportFailure } from '../../state/errorFallback.ts'
import type { World } from '../../state/world.ts'
import { isPresent } from '../visibility.ts'
import type { SpeakerToAsk } from './speakersToAsk.ts'
import { askableTopics, expectedTopic } from './topics.ts'

/** What a present speaker can be asked about, and the open question, one fact per line. */
export function speakerFacts(world: World, entity: Entity, report: ReportFailure): readonly string[] {
  if (entity.speaker === undefined || !isPresent(world, entity, report)) return []
  const offered = offeredTopics(askableTopics(world, entity, report))
  const expected = expectedTopic(world, entity, report)
  return [
    ...(offered.length === 0 ? [] : [`- Can be asked about: ${offered.join(', ')}`]),
    ...(expected === undefined ? [] : [['- Waits for an answer', ...offeredTopics([expected])].join(': ')]),
  ]
}

/** The topics in the description of a tool: `keeper: the bell (bell), the lamp (lamp)`. Null if none is offered. */
export function formatTopics({ speaker, topics }: SpeakerToAsk): string | null {
  const offered = offeredTopics(topics)
  return offered.length === 0 ? null : `${speaker.id}: ${offered.join(', ')}`
}

/** A topic without a label is for players to come upon: its id could give it away. */
function offeredTopics(topics: readonly Topic[]): readonly string[] {
  return topics.flatMap(({ id, label }) => (label === null ? [] : [`${label} (${id})`]))
}
