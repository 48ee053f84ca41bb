import type { SpeakerToAsk } from './speakersToAsk.ts'

/**
 * The topics in the description of a tool: `keeper: the bell (bell), the lamp (lamp)`. Null if none is offered: a topic
 * without a label is for players to come upon, and its id could give it away.
 */
export function formatTopics({ speaker, topics }: SpeakerToAsk): string | null {
  const offered = topics.flatMap(({ id, label }) => (label === null ? [] : [`${label} (${id})`]))
  return offered.length === 0 ? null : `${speaker.id}: ${offered.join(', ')}`
}
