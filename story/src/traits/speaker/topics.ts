import type { Entity, Topic } from '../../gamebook/gamebook.ts'
import { isTrueOrReport, type ReportFailure } from '../../state/errorFallback.ts'
import type { Guard } from '../../state/guard.ts'
import { wasDiscussed } from '../../state/stored.ts'
import type { World } from '../../state/world.ts'

/** The topics that a speaker can be asked about now, present or not, in the author's order. */
export function askableTopics(world: World, { id, speaker }: Entity, report: ReportFailure): readonly Topic[] {
  return (speaker?.topics ?? []).filter((topic) => isAskable(world, id, topic, report))
}

/** Whether a speaker can be asked about a topic now, present or not. */
export function isAskable(world: World, speakerId: string, topic: Topic, report: ReportFailure): boolean {
  return (
    !isUsedUp(world, speakerId, topic) &&
    isTrueOrReport(world, topic.enabled, `${speakerId}.topics.${topic.id}`, report)
  )
}

/** The guard of a topic; none if it can always be asked. */
export function guardsOfTopic({ id }: Entity, { id: topicId, enabled }: Topic): readonly Guard[] {
  if (enabled === null) return []
  const name = `${id}.topics.${topicId}`
  return [{ name, condition: enabled, code: 'not-enabled', otherwise: [], defaultReason: NOT_NOW }]
}

const NOT_NOW = 'There is no answer to that now.'

/** Whether a topic was asked and can be asked only once. */
export function isUsedUp({ state }: World, speakerId: string, { id, once }: Topic): boolean {
  return once && wasDiscussed(state, speakerId, id)
}

/** Whether players may learn that a topic exists before they can ask about it: it has a label, or was asked. */
export function isKnown({ state }: World, { id }: Entity, topic: Topic): boolean {
  return topic.label !== null || wasDiscussed(state, id, topic.id)
}

/** The topic of the open question, if this speaker, who is present, waits for an answer. */
export function expectedTopic(world: World, entity: Entity, report: ReportFailure): Topic | undefined {
  const { expecting } = world.state
  if (expecting?.entity !== entity.id) return undefined
  return askableTopics(world, entity, report).find(({ id }) => id === expecting.topic)
}
